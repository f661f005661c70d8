import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildSchema, getNamedType, isLeafType } from 'graphql';
import { decisionFor, readDecisions } from '../../check/decisions.ts';
import { openWorld, type World } from '../world/world.ts';
import { ATTEMPTS } from './attempts.ts';
import { selectionOf } from './selection.ts';
import { MARK, openTown, shelfOf, type Town, viewOf } from './town.ts';

const SCHEMA = join(import.meta.dirname, '../../schema');
const api = buildSchema(readFileSync(join(SCHEMA, 'api.graphql'), 'utf8'));
const decisions = readDecisions(readFileSync(join(SCHEMA, 'decisions.txt'), 'utf8'));

/** Root fields that a user may use. */
const open = ['Query', 'Mutation'].flatMap((type) =>
  Object.keys(api.getType(type)?.astNode ? (api.getType(type) as never as { getFields(): object }).getFields() : {})
    .map((name) => `${type}.${name}`)
    .filter((coordinate) => ['everybody', 'signed-in'].includes(decisionFor(coordinate, decisions)?.who ?? '')),
);

/** One operation with all arguments as variables, and everything selected. */
function operationOf(coordinate: string, variables: object): string {
  const [type = '', name = ''] = coordinate.split('.');
  const root = type === 'Query' ? api.getQueryType() : api.getMutationType();
  const field = root?.getFields()[name];
  assert.ok(field, coordinate);
  const used = field.args.filter((argument) => argument.name in variables);
  const declared = used.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const given = used.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : selectionOf(api, field.type, 1);
  return `${type.toLowerCase()} Try${declared && `(${declared})`} { ${name}${given && `(${given})`} ${selection} }`;
}

describe('an outsider', () => {
  let world: World;
  let town: Town;
  let theirs: unknown;
  before(async () => {
    world = await openWorld({ OTP_LIMITS: 'resend=0' });
    town = await openTown(world);
    theirs = [await viewOf(town), await shelfOf(world, town)];
    assert.ok(JSON.stringify(theirs).split(MARK).length > 10, 'what is private is there to be found');
  });
  after(() => world[Symbol.asyncDispose]());

  test('is tried on every field that a user may use, and on no other', () => {
    assert.deepEqual(Object.keys(ATTEMPTS).sort(), open.toSorted());
  });

  for (const coordinate of [
    'conversation',
    'message',
    'messages',
    'group',
    'user',
    'friends',
    'userCommands',
    'sessions',
    'me',
  ])
    test(`would see it by Query.${coordinate} as Ann`, async () => {
      const answers: object[] = [];
      for (const variables of ATTEMPTS[`Query.${coordinate}`]?.(town) ?? [])
        answers.push(
          await town.ann.client.query<object, object>(operationOf(`Query.${coordinate}`, variables), variables),
        );
      assert.ok(JSON.stringify(answers).includes(MARK));
    });

  for (const [coordinate, attempt] of Object.entries(ATTEMPTS).filter(([name]) => name !== 'Mutation.logout'))
    test(`sees nothing private by ${coordinate}`, async () => {
      for (const variables of attempt(town)) {
        const { client } = town.mallory;
        const answer = await client.query<object, object>(operationOf(coordinate, variables), variables);
        const asked = JSON.stringify(variables);
        const told = JSON.stringify(answer);
        assert.ok(!/QUERY_|INTERNAL/.test(told.match(/"reason":"[A-Z_]+"/g)?.join() ?? ''), told.slice(0, 600));
        // What one has said oneself may be repeated.
        if (!asked.includes(MARK)) assert.ok(!told.includes(MARK), `${asked} ${told.slice(0, 2_000)}`);
      }
    });

  test('has changed nothing of theirs, after all that', async () => {
    assert.deepEqual([await viewOf(town), await shelfOf(world, town)], theirs);
  });

  test('may sign out, and signs nobody else out', async () => {
    await town.mallory.client.query('mutation { logout(everywhere: true) }');
    assert.deepEqual([await viewOf(town), await shelfOf(world, town)], theirs);
  });
});
