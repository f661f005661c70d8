import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getNamedType, isCompositeType } from 'graphql';
import { ADMIN_ROLES, type AdminRole, scopesOf } from '../../subgraphs/identity/admins/scopes.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { openWorld } from '../world/world.ts';
import { fieldsOf } from './routes.ts';
import { api, decided } from './viewers.ts';

const PASSWORD = 'correct horse battery staple';

/** An admin of that role, made by the owner, who asks. */
async function colleague(url: string, owner: AdminQuery, role: AdminRole): Promise<AdminQuery> {
  const email = `new-${role.toLowerCase()}@example.com`;
  const { data } = await owner<{ createAdmin: { token: string } }>(
    `mutation { createAdmin(input: { email: "${email}", name: "N", roles: [${role}] }, reason: "Starts") { token } }`,
  );
  await owner(
    `mutation { acceptAdminInvitation(token: "${data?.createAdmin.token}", password: "${PASSWORD}") { id } }`,
  );
  return signInAdmin({ url, running: { newAdmin: { email, password: PASSWORD } } } as never);
}

test('what is somebody’s own is null for everybody else, without an error, but for admins who have the scope', async () => {
  await using world = await openWorld();
  const [ann, bo] = [await world.signIn('ann@example.com', 'Ann'), await world.signIn('+8613800138009', 'Bo')];
  const own = fieldsOf(api, 'User').filter(({ name }) => decided(`User.${name}`).who === 'own');
  assert.ok(own.length >= 2);
  const selection = own.map(({ name, type }) =>
    isCompositeType(getNamedType(type)) ? `${name} { __typename }` : name,
  );
  const query = `{ user(id: "${ann.id}") { ${selection.join(' ')} } }`;
  type Seen = { user: Record<string, unknown> | null };

  const hers = await ann.client.query<Seen, object>(query);
  assert.equal(hers.data?.user?.email, 'ann@example.com');
  const his = await bo.client.query<Seen, object>(query);
  assert.deepEqual(his.errors, []);
  for (const [name, value] of Object.entries(his.data?.user ?? {})) assert.equal(value, null, `Bo sees ${name}`);

  const owner = await signInAdmin(world);
  for (const role of ADMIN_ROLES) {
    const { data, errors } = await (await colleague(world.url, owner, role))<Seen>(query);
    assert.deepEqual(errors, [], role);
    for (const { name } of own) {
      const { anyOf } = decided(`User.${name}`);
      const may = anyOf.some((all) => all.every((scope) => scopesOf([role]).has(scope)));
      assert.deepEqual(data?.user?.[name], may ? hers.data?.user?.[name] : null, `${role} and ${name}`);
    }
  }
});
