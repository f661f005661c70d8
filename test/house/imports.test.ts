import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IMPORT_TABLE, imports, rings } from '../../check/rules/imports.ts';
import { complaintsOf } from './bad-tree.ts';

const inHouse = (files: Record<string, string>) => complaintsOf(imports(IMPORT_TABLE), files);

describe('the import table', () => {
  test('lets everybody import their own part and what stands in their row', () => {
    const found = inHouse({
      'subgraphs/media/index.ts': `import '../kit/viewer.ts'; import './hydrate.ts';`,
      'subgraphs/identity/index.ts': `import '../openim/rest/openim.ts';`,
      'gateway/main.ts': `import '../subgraphs/media/index.ts'; import '../sandbox/index.ts'; import './door.ts';`,
      'test/any.test.ts': `import '../client/index.ts'; import '../gateway/main.ts';`,
    });
    assert.deepEqual(found, []);
  });

  test('keeps one subgraph from another', () => {
    const [complaint] = inHouse({ 'subgraphs/media/index.ts': `import { id } from '../identity/ids.ts';` });
    assert.match(complaint ?? '', /subgraphs\/media may not import subgraphs\/identity/);
  });

  for (const [how, text] of Object.entries({
    'in a type': `import type { Row } from '../subgraphs/openim/index.ts';`,
    'in a re-export': `export * from '../subgraphs/openim/index.ts';`,
    'at run time': `const openim = await import('../subgraphs/openim/index.ts');`,
    'inside a type expression': `type Row = import('../subgraphs/openim/index.ts').Row;`,
  }))
    test(`sees what the gateway imports ${how}`, () => {
      const [complaint] = inHouse({ 'gateway/door.ts': text });
      assert.match(complaint ?? '', /gateway may not import subgraphs\/openim/);
    });

  test('keeps the rest client below the subgraph that is built on it', () => {
    const found = inHouse({ 'subgraphs/openim/rest/call.ts': `import '../loaders.ts';` });
    assert.equal(found.length, 1);
  });

  test('keeps the explorer to the client, as any frontend', () => {
    const found = inHouse({
      'explorer/panel/main.ts': `import '../../client/index.ts';`,
      'explorer/index.ts': `import { Fault } from '../subgraphs/kit/fault.ts';`,
      'gateway/start.ts': `import '../explorer/index.ts';`,
      'gateway/door.ts': `import '../explorer/index.ts';`,
    });
    assert.deepEqual(
      found.map((complaint) => complaint.split(': ')[0]),
      ['explorer/index.ts', 'gateway/door.ts'],
    );
  });

  test('keeps the sandbox from learning the wire format from us', () => {
    const found = inHouse({ 'sandbox/user/routes.ts': `import '../../subgraphs/openim/rest/wire.ts';` });
    assert.equal(found.length, 1);
  });

  test('has a row for every folder of code', () => {
    const [complaint] = inHouse({ 'plugins/extra.ts': 'export {};' });
    assert.match(complaint ?? '', /plugins\/extra.ts: stands in no part/);
  });
});

describe('rings of imports', () => {
  test('are told with every file in them', () => {
    const [ring] = complaintsOf(rings, {
      'gateway/a.ts': `import './b.ts';`,
      'gateway/b.ts': `import type { C } from './c.ts';`,
      'gateway/c.ts': `import './a.ts';`,
    });
    assert.match(ring ?? '', /gateway\/a\.ts → gateway\/b\.ts → gateway\/c\.ts → gateway\/a\.ts/);
  });

  test('are not seen where two files import a third', () => {
    const found = complaintsOf(rings, {
      'gateway/a.ts': `import './b.ts'; import './c.ts';`,
      'gateway/b.ts': `import './c.ts';`,
      'gateway/c.ts': 'export {};',
    });
    assert.deepEqual(found, []);
  });
});
