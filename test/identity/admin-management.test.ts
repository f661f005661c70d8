import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeOf, type Desk, OWNER, openDesk } from './desk.ts';

const PASSWORD = 'correct horse battery staple';

/** A desk with the owner's token, and a way to make colleagues. */
async function openOffice() {
  const desk = await openDesk();
  const bearer = await desk.bearer();
  const ask = (field: string, as = bearer) => desk.ask(field, as);
  const invited = async (email: string, role: string): Promise<{ id: string; token: string }> => {
    const { data, text } = await ask(
      `mutation { createAdmin(input: { email: "${email}", name: "New", roles: [${role}] }, reason: "They start today") {
        token expiresAt admin { id email roles createdAt lastSignInAt }
      } }`,
    );
    assert.ok(data?.createAdmin, text);
    return { id: data.createAdmin.admin.id, token: data.createAdmin.token };
  };
  const accept = (token: string, password = PASSWORD) =>
    desk.ask(`mutation { acceptAdminInvitation(token: "${token}", password: "${password}") { email } }`);
  const colleague = async (email: string, role: string): Promise<{ id: string; bearer: string }> => {
    const { id, token } = await invited(email, role);
    assert.ok((await accept(token)).data?.acceptAdminInvitation);
    return { id, bearer: (await desk.login({ email, password: PASSWORD })).data.adminLogin.accessToken };
  };
  return { desk, bearer, ask, invited, accept, colleague, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() };
}

const actions = async ({ world }: Desk): Promise<string[]> =>
  world.db('identity.audit').whereLike('action', 'admin.%').orderBy('seq').pluck('action');

describe('an owner', { concurrency: 2 }, () => {
  test('invites an admin, who chooses a password once, and whom all of it is recorded of', async () => {
    await using office = await openOffice();
    const { desk, invited, accept } = office;
    const { token } = await invited('help@example.com', 'SUPPORT');
    assert.equal((await desk.login({ email: 'help@example.com', password: '' })).reason, 'CREDENTIALS_WRONG');
    assert.equal((await accept(token, 'short')).extensions.field, 'password');
    assert.equal((await accept('nonsense')).reason, 'ADMIN_INVITATION_INVALID');
    const both = await Promise.all([accept(token), accept(token)]);
    assert.deepEqual(both.map(({ reason }) => reason ?? 'ok').toSorted(), ['ADMIN_INVITATION_INVALID', 'ok']);
    assert.ok((await desk.login({ email: 'help@example.com', password: PASSWORD })).data.adminLogin);
    const made = (await actions(desk)).filter((action) => !action.startsWith('admin.login'));
    assert.deepEqual(made, ['admin.create', 'admin.create', 'admin.accept-invitation']);
    const rows = JSON.stringify(await desk.world.db('identity.admins').select());
    assert.ok(!rows.includes(token) && !rows.includes(PASSWORD));
  });

  test('has no second one of an address, none without a role, and nothing without a reason', async () => {
    await using office = await openOffice();
    const create = (email: string, roles: string, reason: string) =>
      office.ask(
        `mutation { createAdmin(input: { email: "${email}", name: "N", roles: [${roles}] }, reason: "${reason}") { token } }`,
      );
    assert.equal((await create(OWNER, 'ADMIN', 'Why not')).reason, 'EMAIL_TAKEN');
    assert.equal((await create('a@example.com', '', 'Why not')).extensions.field, 'input.roles');
    assert.equal((await create('a@example.com', 'ADMIN', '  ')).extensions.field, 'reason');
    assert.equal((await office.desk.world.db('identity.admins').select()).length, 1);
  });

  test('changes what an admin may do, which holds at their next request', async () => {
    await using office = await openOffice();
    const { id, bearer } = await office.colleague('a@example.com', 'ADMIN');
    const query = '{ admins { nodes { email } totalCount } }';
    assert.equal((await office.ask(query, bearer)).data.admins.totalCount, 2);
    const set = (as?: string) =>
      office.ask(`mutation { setAdminRoles(id: "${id}", roles: [ANALYST], reason: "New job") { roles } }`, as);
    assert.equal((await set(bearer)).reason, 'SCOPE_MISSING');
    assert.deepEqual((await set()).data.setAdminRoles, { roles: ['ANALYST'] });
    const { data, reason } = await office.ask(query, bearer);
    assert.deepEqual([data.admins, reason], [null, 'SCOPE_MISSING']);
    const { text } = await office.ask('{ auditLog(action: "admin.set-roles") { nodes { target detail } } }');
    assert.match(text, new RegExp(`admin:${id}`));
    for (const told of [/New job/, /"roles":\["ADMIN"\]/, /"roles":\["ANALYST"\]/]) assert.match(text, told);
  });

  test('disables an admin, whose tokens end at once, and lets them in again', async () => {
    await using office = await openOffice();
    const { id, bearer } = await office.colleague('a@example.com', 'SUPPORT');
    const order = (name: string) => office.ask(`mutation { ${name}(id: "${id}", reason: "On leave") { disabledAt } }`);
    assert.ok((await order('disableAdmin')).data.disableAdmin.disabledAt);
    assert.equal((await office.ask('{ currentAdmin { id } }', bearer)).status, 401);
    assert.equal((await office.desk.login({ email: 'a@example.com', password: PASSWORD })).reason, 'CREDENTIALS_WRONG');
    assert.deepEqual((await order('enableAdmin')).data.enableAdmin, { disabledAt: null });
    assert.equal((await office.ask('{ currentAdmin { id } }', bearer)).status, 401);
    assert.ok((await office.desk.login({ email: 'a@example.com', password: PASSWORD })).data.adminLogin);
  });

  test('is never the last who goes, even when two owners remove each other at once', async () => {
    await using office = await openOffice();
    const [own] = await office.desk.world.db('identity.admins').pluck('id');
    const order = (field: string, as?: string) => office.ask(`mutation { ${field} { id } }`, as);
    assert.equal((await order(`disableAdmin(id: "${own}", reason: "Bye")`)).reason, 'LAST_OWNER');
    assert.equal((await order(`setAdminRoles(id: "${own}", roles: [ADMIN], reason: "Bye")`)).reason, 'LAST_OWNER');
    const other = await office.colleague('b@example.com', 'OWNER');
    const both = await Promise.all([
      order(`setAdminRoles(id: "${other.id}", roles: [SUPPORT], reason: "Out")`),
      order(`setAdminRoles(id: "${own}", roles: [SUPPORT], reason: "Out")`, other.bearer),
    ]);
    assert.equal(both.filter(({ data }) => data?.setAdminRoles).length, 1, both.map(({ text }) => text).join());
    const owners = await office.desk.world.db('identity.admins').whereRaw(`'OWNER' = any(roles)`);
    assert.equal(owners.length, 1);
  });

  test('resets what an admin has lost, and not their own', async () => {
    await using office = await openOffice();
    const { id, bearer } = await office.colleague('a@example.com', 'SUPPORT');
    const begun = await office.ask(`mutation { beginTOTP(password: "${PASSWORD}") { secret } }`, bearer);
    const { secret } = begun.data.beginTOTP;
    await office.ask(`mutation { confirmTOTP(code: "${codeOf(secret)}") { recoveryCodes } }`, bearer);
    const login = (password = PASSWORD) => office.desk.login({ email: 'a@example.com', password });
    assert.equal((await login()).reason, 'TOTP_REQUIRED');
    const reset = (name: string, of: string, fields: string) =>
      office.ask(`mutation { ${name}(id: "${of}", reason: "Lost the phone") { ${fields} } }`);
    assert.ok((await reset('resetAdminSecondFactor', id, 'id')).data.resetAdminSecondFactor);
    assert.equal((await office.ask('{ currentAdmin { id } }', bearer)).status, 401);
    assert.ok((await login()).data.adminLogin);
    const { token } = (await reset('resetAdminPassword', id, 'token')).data.resetAdminPassword;
    assert.equal((await login()).reason, 'CREDENTIALS_WRONG');
    const next = 'another battery staple horse';
    assert.ok((await office.accept(token, next)).data.acceptAdminInvitation);
    assert.ok((await login(next)).data.adminLogin);
    const own = await office.desk.world.db('identity.admins').where({ email: OWNER }).first('id');
    assert.equal((await reset('resetAdminSecondFactor', own.id, 'id')).reason, 'NOT_ONESELF');
    assert.equal((await reset('resetAdminPassword', own.id, 'token')).reason, 'NOT_ONESELF');
    assert.equal((await reset('resetAdminPassword', 'nobody', 'token')).reason, 'NOT_FOUND');
  });
});

test('what an admin signs in with is for themselves, and for who looks after admins', async () => {
  await using office = await openOffice();
  const support = await office.colleague('a@example.com', 'SUPPORT');
  const own = '{ currentAdmin { createdAt secondFactors { totp } lastSignInAt } }';
  const { currentAdmin } = (await office.ask(own, support.bearer)).data;
  assert.deepEqual([currentAdmin.secondFactors, typeof currentAdmin.lastSignInAt], [{ totp: false }, 'string']);
  const page = await office.ask(
    '{ admins(first: 1) { nodes { email secondFactors { totp } } pageInfo { hasNextPage endCursor } } }',
  );
  assert.deepEqual(page.data.admins.nodes, [{ email: 'a@example.com', secondFactors: { totp: false } }]);
  const rest = await office.ask(`{ admins(after: "${page.data.admins.pageInfo.endCursor}") { nodes { email } } }`);
  assert.deepEqual(rest.data.admins.nodes, [{ email: OWNER }]);
});
