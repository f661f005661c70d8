import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readmes } from '../../check/rules/readmes.ts';
import { bareErrors, names, unfinished } from '../../check/rules/words.ts';
import { complaintsOf } from './bad-tree.ts';

describe('bare errors', () => {
  test('are refused, with new and without', () => {
    const text = `throw new Error('no');\nthrow Error('no');`;
    assert.equal(complaintsOf(bareErrors, { 'gateway/door.ts': text }).length, 2);
  });

  test('may be thrown by settings and tests, and under a name of their own', () => {
    const found = complaintsOf(bareErrors, {
      'gateway/config/config.ts': `throw new Error('PORT');`,
      'test/world.ts': `throw new Error('no world');`,
      'embedded/start.ts': `class Refused extends Error {}\nthrow new Refused('in use');`,
    });
    assert.deepEqual(found, []);
  });
});

describe('what is put off or silenced', () => {
  for (const text of ['// TO' + 'DO: later', '// FIX' + 'ME', '// @ts-' + 'ignore', '// biome-' + 'ignore lint: no'])
    test(`is found: ${text}`, () => {
      assert.equal(complaintsOf(unfinished, { 'gateway/door.ts': `${text}\nexport {};` }).length, 1);
    });
});

describe('names', () => {
  test('of files are kebab-case', () => {
    const found = complaintsOf(names, {
      'gateway/openDoor.ts': '',
      'gateway/open_door.ts': '',
      'gateway/open-door.ts': '',
    });
    assert.equal(found.length, 2);
  });

  test('of folders are ideas', () => {
    assert.equal(complaintsOf(names, { 'gateway/utils/text.ts': '' }).length, 1);
  });
});

describe('readmes', () => {
  const sources = { 'gateway/a.ts': '', 'gateway/b.ts': '', 'gateway/c.ts': '' };

  test('stand in every folder of code', () => {
    assert.deepEqual(complaintsOf(readmes, sources), ['gateway/: has no README.md.']);
  });

  test('are short', () => {
    const [complaint] = complaintsOf(readmes, { ...sources, 'gateway/README.md': 'line\n'.repeat(16) });
    assert.match(complaint ?? '', /16 lines, 15 are the most/);
  });
});
