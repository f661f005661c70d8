import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { execute, parse } from 'graphql';
import { pino } from 'pino';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import type { Node } from './node.ts';
import { openWorld } from './world.ts';

interface Person {
  readonly id: string;
  readonly email: string | null;
  readonly sessions: readonly { id: string; device: { name: string } }[] | null;
}

const ENTITIES = parse(`query ($users: [_Any!]!) {
  _entities(representations: $users) { ... on User { id email sessions { id device { name } } } }
}`);

/** As a router asks that enforces no directive. */
async function told({ identity }: Node, viewer: Viewer, ids: readonly string[]): Promise<readonly Person[]> {
  const { schema, contextFor } = identity.subgraph;
  const fixed = { id: 'r', ip: '::1', language: 'en', signal: AbortSignal.timeout(5_000), become: () => undefined };
  const { data } = await execute({
    schema,
    document: ENTITIES,
    contextValue: contextFor({ ...fixed, viewer, log: pino({ level: 'silent' }) }),
    variableValues: { users: ids.map((id) => ({ __typename: 'User', id })) },
  });
  return JSON.parse(JSON.stringify(data))._entities;
}

const admin = (...scopes: string[]): Viewer => ({ kind: 'admin', id: 'a', scopes: new Set(scopes) });
const user = (id: string): Viewer => ({ kind: 'user', id, session: 's', device: 'd', platform: 5 });

describe('what is told of a user', { concurrency: 2 }, () => {
  test('addresses and sessions, to nobody else, whatever stands in front', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const { userID: id, keyid } = await node.signIn('ann@example.com');
    const nothing = { id, email: null, sessions: null };
    const address = { ...nothing, email: 'ann@example.com' };
    for (const viewer of [{ kind: 'anonymous' } as const, user('bo'), admin('moderation:read')])
      assert.deepEqual(await told(node, viewer, [id]), [nothing]);
    assert.deepEqual(await told(node, user(id), [id]), [address]);
    assert.deepEqual(await told(node, admin('users:pii'), [id]), [address]);
    const sessions = [{ id: keyid, device: { name: 'Test' } }];
    assert.deepEqual(await told(node, admin('users:read'), [id]), [{ ...nothing, sessions }]);
  });

  test('of ten, each their own, newest first, for three statements', async () => {
    await using world = await openWorld();
    const node = await world.node();
    const people: Person[] = [];
    for (const email of Array.from({ length: 10 }, (_, nth) => `user${nth}@example.com`)) {
      const [web, phone] = [await node.signIn(email), await node.signIn(email, { platform: 'IOS' })];
      const sessions = [phone, web].map(({ keyid }) => ({ id: keyid, device: { name: 'Test' } }));
      people.push({ id: web.userID, email, sessions });
    }
    const ids = [...people.map(({ id }) => id), 'nobody'];
    let statements = 0;
    // What the node does by itself now and then are updates, and looks at addresses are recorded.
    node.db.on('query', ({ sql }: { sql: string }) => {
      if (sql.startsWith('select') && !sql.includes('audit_head')) statements += 1;
    });
    const nobody = { id: 'nobody', email: null, sessions: [] };
    assert.deepEqual(await told(node, admin('users:read', 'users:pii'), ids), [...people, nobody]);
    assert.equal(statements, 3);
  });
});
