import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { errorTable } from '../../check/error-table.ts';
import { contractBreaches, notYetGrowth, schemaDrift, undescribed, unguardable } from '../../check/rules/schema.ts';
import { composedFiles } from '../../schema/compose.ts';

const CORE = `
  directive @authenticated on FIELD_DEFINITION
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  interface Named { name: String! }
  type Cat implements Named { id: ID! name: String! lives: Int @requiresScopes(scopes: [["cats:read"]]) }
  type Dog implements Named { id: ID! name: String! }
  union Pet = Cat | Dog
  enum Mood { CALM CROSS }
  input By @oneOf { id: ID name: String }
  type Query { cat(by: By!, mood: Mood = CALM): Cat @authenticated dog: Dog pet: Pet }
`;

describe('the contract', () => {
  test('is kept by itself, and by more', () => {
    assert.deepEqual(contractBreaches(CORE, CORE), []);
    assert.deepEqual(contractBreaches(CORE, CORE.replace('CALM CROSS', 'CALM CROSS SLEEPY')), []);
  });

  test('is kept where a whole type is not served yet', () => {
    const without = CORE.replace(/type Dog.*/, '')
      .replace('| Dog', '')
      .replace('dog: Dog', '');
    assert.deepEqual(contractBreaches(CORE, without), []);
  });

  for (const [breach, from, to] of [
    ['a field that may suddenly be null', 'name: String! lives', 'name: String lives'],
    ['a field that suddenly may not', 'lives: Int', 'lives: Int!'],
    ['another type', 'lives: Int', 'lives: Float'],
    ['a guard that is gone', 'Cat @authenticated', 'Cat'],
    ['another scope', 'cats:read', 'cats:see'],
    ['a guard that was not promised', 'dog: Dog', 'dog: Dog @authenticated'],
    ['an input that takes more than one', 'By @oneOf', 'By'],
    ['an argument that must be given', 'mood: Mood = CALM', 'mood: Mood!'],
    ['another default', 'Mood = CALM', 'Mood = CROSS'],
    ['a union that lost a member', 'Cat | Dog', 'Cat'],
    ['an interface that is not implemented', 'Cat implements Named', 'Cat'],
  ] as const)
    test(`is broken by ${breach}`, () => {
      assert.notEqual(CORE.replace(from, to), CORE);
      assert.notDeepEqual(contractBreaches(CORE, CORE.replace(from, to)), []);
    });

  test('is not taken back: what was served stays served', () => {
    assert.deepEqual(notYetGrowth('A.a\nB\n', 'A.a\nB\nC\n'), []);
    assert.equal(notYetGrowth('A.a\nB\n', 'B\n').length, 1);
  });
});

describe('the API schema', () => {
  test('describes types, fields, arguments, values and input fields', () => {
    const api = `type Query { "The row." row: Row } "A." type Row { "B." a("C." b: In): E } "D." enum E { "E." X } "F." input In { "G." c: ID }`;
    assert.deepEqual(undescribed(api), []);
    for (const letter of 'ABCDEFG') assert.equal(undescribed(api.replace(`"${letter}."`, '')).length, 1, letter);
  });

  test('lets every field be null that can be refused', () => {
    const api = (type: string) => `directive @authenticated on FIELD_DEFINITION | OBJECT
      type Secret @authenticated { a: Int } type Row { secret: ${type} }
      type Query { row: Row @authenticated same: Row }`;
    assert.deepEqual(unguardable(api('Secret')), []);
    assert.equal(unguardable(api('Secret!')).length, 1);
    assert.equal(unguardable(api('Secret').replace('row: Row', 'row: Row!')).length, 1);
    // Where every way there asks for the same, it was asked before.
    assert.deepEqual(unguardable(api('Secret!').replace('same: Row', 'same: Row @authenticated')), []);
  });

  test('is composed anew after each change of a subgraph', () => {
    const folder = mkdtempSync(join(tmpdir(), 'schema-'));
    try {
      writeFileSync(join(folder, 'openim.graphql'), 'type Query { hello: String }');
      for (const [name, text] of Object.entries(composedFiles(folder))) writeFileSync(join(folder, name), text);
      assert.deepEqual(schemaDrift(folder), []);
      writeFileSync(join(folder, 'openim.graphql'), 'type Query { hello: String goodbye: String }');
      assert.deepEqual(schemaDrift(folder), [
        'schema/supergraph.graphql is out of date: npm run compose.',
        'schema/api.graphql is out of date: npm run compose.',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('the table of errors has a line for each reason, and its status', () => {
  const table = errorTable({ GONE: { code: 'NOT_FOUND', retry: true, status: 410, says: 'It | is gone.' } });
  assert.match(table, /\| `GONE` \| `NOT_FOUND` \| 410 \| yes \| It \\\| is gone\. \|/);
});
