import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { roleTable } from '../../check/role-table.ts';
import { decisionFaults } from '../../check/rules/decisions.ts';
import { scopeFaults } from '../../check/rules/scopes.ts';

const API = `
  directive @authenticated on FIELD_DEFINITION | OBJECT
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT
  type Query { open: Cat me: Cat @authenticated box: Box @requiresScopes(scopes: [["boxes:see"]]) }
  type Cat { name: String chip: String @requiresScopes(scopes: [["cats:read", "chips:read"], ["vets:all"]]) age: Int }
  type Box @requiresScopes(scopes: [["boxes:read"]]) { size: Int }
  type Food { taste: String }
`;
const DECISIONS = `
  # cats
  Query.open everybody
  Query.me signed-in
  Query.box boxes:read and boxes:see
  Cat.name reached
  Cat.chip vets:all or chips:read and cats:read
  Cat.age own or cats:read
  Box.* boxes:read
  Food.* reached   # whoever is hungry
`;

const faults = (from: string | RegExp, to: string): string => {
  assert.notEqual(DECISIONS.replace(from, to), DECISIONS);
  return decisionFaults(API, DECISIONS.replace(from, to)).join('\n');
};

describe('who may use which field', () => {
  test('is decided for each, in the words of its directives', () => {
    assert.deepEqual(decisionFaults(API, DECISIONS), []);
  });

  for (const [fault, from, to, told] of [
    ['a field without a decision', '  Cat.name reached\n', '', /Cat\.name has no decision/],
    ['a type without one', '  Food.* reached', '', /Food\.taste has no decision/],
    ['a guard that nobody decided', 'Query.me signed-in', 'Query.me everybody', /Query\.me .*ask for signed-in/],
    ['a decision without its guard', 'Query.open everybody', 'Query.open signed-in', /Query\.open .*ask for nothing/],
    ['one scope of two', 'chips:read and cats:read', 'chips:read', /Cat\.chip/],
    ['the guard of its type left out', 'boxes:read and boxes:see', 'boxes:see', /Query\.box/],
    ['a way in that hangs on another', 'Query.open everybody', 'Query.open reached', /way in/],
    ['a field that is no way in', 'Cat.name reached', 'Cat.name everybody', /behind another/],
    ['words that mean nothing', 'Cat.name reached', 'Cat.name friends', /nobody reads/],
    ['a line for what is gone', 'Food.* reached', 'Food.* reached\nFood.colour reached', /Food\.colour is nothing/],
    ['two lines for one', 'Cat.name reached', 'Cat.name reached\nCat.name reached', /twice/],
    ['one line for a type of which some fields take scopes', 'Cat.name reached', 'Cat.* reached', /its own line/],
  ] as const)
    test(`is not decided by ${fault}`, () => assert.match(faults(from, to), told));
});

describe('a scope', () => {
  const known = ['boxes:see', 'boxes:read', 'cats:read', 'chips:read', 'vets:all'];
  const faultsOf = (scopes: string[], text = '') =>
    scopeFaults(DECISIONS, [{ path: 'subgraphs/cats/kinds.ts', text }], scopes).join('\n');

  test('is taken by a field, or by code that asks for it', () => {
    assert.equal(faultsOf(known), '');
    assert.equal(faultsOf([...known, 'dogs:walk'], "needs: 'dogs:walk'"), '');
  });

  test('that no role has, or that nothing takes, is found', () => {
    assert.match(faultsOf(known.slice(1)), /boxes:see is taken by a field/);
    assert.match(faultsOf([...known, 'dogs:walk']), /dogs:walk is taken by nothing/);
  });
});

test('the page of roles tells which fields a scope opens', () => {
  const page = roleTable('type Query { user: User } type User { phone: String }', 'User.phone own or users:pii');
  assert.match(page, /\| `users:pii` \| `User\.phone` \|/);
  assert.match(page, /\| `admins:write` \| [^|]+ \| yes \| {2}\|/);
});
