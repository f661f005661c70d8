import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery } from 'graphql';
import { readSupergraph } from '../../gateway/supergraph/file.ts';
import { compose, openWorld, subgraph } from '../gateway/world.ts';
import { fieldsOf } from './routes.ts';
import { openStandIns } from './stand-ins.ts';
import { ADMINS, api, ask, may, VIEWERS } from './viewers.ts';

test('introspection shows each viewer every way in that is theirs, and nothing that they would be refused', async () => {
  const standIns = openStandIns();
  await using world = await openWorld({ ...standIns, supergraph: readSupergraph(), admins: ADMINS });
  for (const viewer of VIEWERS) {
    const shown = buildClientSchema((await ask(world, viewer, getIntrospectionQuery())).json.data);
    const names = Object.keys(shown.getTypeMap()).filter((name) => !name.startsWith('__'));
    for (const type of names)
      for (const { name } of fieldsOf(shown, type))
        assert.ok(may(viewer, `${type}.${name}`) || onlyWay(shown, type), `${viewer}: ${type}.${name}`);
    for (const type of ['Query', 'Mutation', 'User'])
      for (const { name } of fieldsOf(api, type))
        if (may(viewer, `${type}.${name}`) && shown.getType(type))
          assert.ok(
            fieldsOf(shown, type).some((field) => field.name === name),
            `${viewer}: ${type}.${name} is not shown`,
          );
  }
});

/** A schema without any query is none: one is left where none is theirs. */
const onlyWay = (shown: GraphQLSchema, type: string): boolean => type === 'Query' && fieldsOf(shown, type).length === 1;

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@requires", "@provides", "@external", "@shareable", "@requiresScopes"])\n`;

describe('a guarded field that another needs', () => {
  const owner = subgraph(
    'openim',
    `${LINK} type Query { cat: Cat } type Cat @key(fields: "id") { id: ID! chip: String @requiresScopes(scopes: [["chips:read"]]) }`,
    { Query: { cat: () => ({ id: '1', chip: 'secret' }) } },
  );
  const needing = (guard: string) =>
    subgraph(
      'media',
      `${LINK} type Cat @key(fields: "id") { id: ID! chip: String @external label: String @requires(fields: "chip") ${guard} }`,
      { Cat: { label: ({ chip }: { chip: string }) => `label of ${chip}` } },
    );

  test('cannot be composed into one that asks for less', () => {
    assert.throws(() => compose([owner, needing('')]), /requires|auth/i);
  });

  test('is guarded on the way through the other, too', async () => {
    const subgraphs = [owner, needing('@requiresScopes(scopes: [["chips:read"]])')];
    await using world = await openWorld({ subgraphs, admins: ADMINS });
    const { json } = await world.ask('{ cat { id label } }', {}, { authorization: 'Bearer ANALYST' });
    assert.deepEqual(json.data, { cat: { id: '1', label: null } });
    assert.equal(json.errors[0].extensions.reason, 'SCOPE_MISSING');
  });

  test('is guarded where another subgraph provides it', async () => {
    const providing = subgraph(
      'media',
      `${LINK} type Query { favourite: Cat @provides(fields: "chip") }
       type Cat @key(fields: "id") { id: ID! chip: String @external }`,
      { Query: { favourite: () => ({ id: '1', chip: 'secret' }) } },
    );
    const shared = subgraph(
      'openim',
      `${LINK} type Query { cat: Cat }
       type Cat @key(fields: "id") { id: ID! chip: String @shareable @requiresScopes(scopes: [["chips:read"]]) }`,
      { Query: { cat: () => ({ id: '1', chip: 'secret' }) } },
    );
    await using world = await openWorld({ subgraphs: [shared, providing], admins: ADMINS });
    const { text } = await world.ask('{ favourite { id chip ...C } cat { ...C } } fragment C on Cat { c: chip }');
    assert.doesNotMatch(text, /secret/);
  });
});
