import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { VERIFY } from './documents.ts';
import { halfKey } from './handshake.ts';
import type { Node, Told } from './node.ts';
import { type Office, openOffice } from './office.ts';
import { openWorld } from './world.ts';

const ANN = 'ann@example.com';
const HOME = '203.0.113.7';

const SET_MODE = `mutation ($mode: RegistrationMode!) {
  setRegistrationMode(mode: $mode, reason: "a test") { mode }
}`;
const INVITE = 'mutation ($input: InvitationInput!) { createInvitation(input: $input) { id code uses maxUses label } }';
const INVITATIONS = `query ($first: Int, $after: String) {
  invitations(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id code uses revokedAt createdBy { email } }
  }
}`;
const REVOKE = 'mutation ($id: ID!) { revokeInvitation(id: $id, reason: "a test") { revokedAt } }';
const ADD_RULE = `mutation ($input: NetworkRuleInput!) {
  addNetworkRule(input: $input, reason: "a test") { id network }
}`;

interface Proof {
  readonly challengeID: string;
  readonly code: string;
  readonly invitationCode?: string;
}

/** A challenge and its code, which may be tried several times. */
async function proof(node: Node, address: string, from = HOME): Promise<Proof> {
  const { data } = await node.request(address, from);
  return { challengeID: data.requestOTP.id, code: await node.code(address) };
}

const enter = (node: Node, input: Proof, from = HOME): Promise<Told> => {
  const device = { name: 'Test', platform: 'WEB', publicKey: halfKey().publicKey };
  return node.ask({ query: VERIFY, variables: { input: { ...input, device } }, from });
};

const invite = async (office: Office, input: object = {}): Promise<{ id: string; code: string }> =>
  (await office.do(INVITE, { input: { label: 'For friends', ...input } })).createInvitation;

describe('registration', { concurrency: 2 }, () => {
  test('is open at first; closed, it lets nobody in but who has an account', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    await office.node.signIn(ANN);
    assert.deepEqual(await office.do(SET_MODE, { mode: 'CLOSED' }), { setRegistrationMode: { mode: 'CLOSED' } });
    const other = await world.node();
    const { reason, extensions } = await enter(other, await proof(other, 'bo@example.com'));
    assert.deepEqual([reason, extensions.code], ['REGISTRATION_CLOSED', 'FORBIDDEN']);
    assert.ok((await enter(other, await proof(other, ANN))).data.verifyOTP);
    assert.equal((await world.db('identity.accounts')).length, 1);
  });

  test('by invitation: the same one-time code is still good when the invitation is brought', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    await office.do(SET_MODE, { mode: 'INVITATION' });
    const { code: invitationCode } = await invite(office);
    assert.match(invitationCode, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    const proved = await proof(office.node, ANN);
    assert.equal((await enter(office.node, proved)).reason, 'INVITATION_REQUIRED');
    assert.equal((await enter(office.node, { ...proved, invitationCode: 'NOPE' })).reason, 'INVITATION_INVALID');
    const typed = ` ${invitationCode.toLowerCase().replaceAll('-', ' ')}`;
    assert.ok((await enter(office.node, { ...proved, invitationCode: typed })).data.verifyOTP);
    assert.equal((await enter(office.node, { ...proved, invitationCode })).reason, 'CODE_EXPIRED');
    const [account] = await world.db('identity.accounts');
    assert.equal(account.invitation_id, (await office.do(INVITATIONS)).invitations.nodes[0].id);
    const rows = JSON.stringify(await world.db('identity.invitations'));
    assert.ok(!rows.includes(invitationCode) && !rows.includes(invitationCode.replaceAll('-', '')));
  });

  test('an invitation of three lets in three of ten who come at once, on two nodes', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    await office.do(SET_MODE, { mode: 'INVITATION' });
    const { code: invitationCode, id } = await invite(office, { maxUses: 3 });
    const nodes = [office.node, await world.node()];
    const proofs = await Promise.all(
      Array.from({ length: 10 }, (_, nth) => proof(office.node, `p${nth}@example.com`, `192.0.2.${nth}`)),
    );
    const answers = await Promise.all(
      proofs.map((proved, nth) => enter(nodes[nth % 2] as Node, { ...proved, invitationCode }, `192.0.2.${nth}`)),
    );
    assert.equal(answers.filter(({ data }) => data.verifyOTP !== null).length, 3);
    assert.equal(answers.filter(({ reason }) => reason === 'INVITATION_USED').length, 7);
    const { nodes: listed } = (await office.do(INVITATIONS)).invitations;
    assert.deepEqual(
      listed.map((row: { id: string; uses: number; code: null }) => [row.id, row.uses, row.code]),
      [[id, 3, null]],
    );
  });

  test('an invitation that was withdrawn or is over is no invitation; in open registration, too', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const [withdrawn, over] = [await invite(office), await invite(office)];
    await office.do(REVOKE, { id: withdrawn.id });
    assert.equal((await office.ask(REVOKE, { id: withdrawn.id })).reason, 'NOT_FOUND');
    await world
      .db('identity.invitations')
      .where({ id: over.id })
      .update({ expires_at: new Date(Date.now() - 1) });
    const proved = await proof(office.node, ANN);
    for (const { code } of [withdrawn, over])
      assert.equal((await enter(office.node, { ...proved, invitationCode: code })).reason, 'INVITATION_INVALID');
    assert.ok((await enter(office.node, proved)).data.verifyOTP);
  });

  test('invitations are listed newest first, page by page', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const made = [await invite(office), await invite(office), await invite(office)];
    const first = (await office.do(INVITATIONS, { first: 2 })).invitations;
    const rest = (await office.do(INVITATIONS, { first: 2, after: first.pageInfo.endCursor })).invitations;
    assert.deepEqual([first.totalCount, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage], [3, true, false]);
    const ids = [...first.nodes, ...rest.nodes].map(({ id }: { id: string }) => id);
    assert.deepEqual(ids, made.map(({ id }) => id).reverse());
    assert.equal(first.nodes[0].createdBy.email, 'admin@example.com');
  });

  test('what is wrong with an invitation is named', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const wrong: readonly [string, object][] = [
      ['input.label', { label: ' ' }],
      ['input.maxUses', { label: 'x', maxUses: 0 }],
      ['input.expiresAt', { label: 'x', expiresAt: new Date(0).toISOString() }],
    ];
    for (const [field, input] of wrong) {
      const { reason, extensions } = await office.ask(INVITE, { input });
      assert.deepEqual([reason, extensions.field], ['INPUT_INVALID', field]);
    }
    const blank = await office.ask('mutation { setRegistrationMode(mode: OPEN, reason: " ") { mode } }');
    assert.deepEqual([blank.reason, blank.extensions.field], ['INPUT_INVALID', 'reason']);
  });

  test('each change stands in the audit log with its reason, and who has no scope changes nothing', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    await office.do(SET_MODE, { mode: 'CLOSED' });
    await invite(office);
    const entries = (await office.do('{ auditLog(first: 2) { nodes { action target detail } } }')).auditLog.nodes;
    assert.deepEqual(
      entries.map(
        ({ action, target, detail }: { action: string; target: string; detail: { reason: string | null } }) => [
          ...[action, target.split(':')[0], detail.reason],
        ],
      ),
      [
        ['invitation.create', 'invitation', null],
        ['registration.mode', 'setting', 'a test'],
      ],
    );
    const ann = await office.node.ask({ query: SET_MODE, variables: { mode: 'OPEN' } });
    assert.equal(ann.reason, 'SIGNATURE_MISSING');
  });
});

describe('networks', { concurrency: 2 }, () => {
  test('the narrowest rule decides, for registering and signing in apart', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const { node } = office;
    const rule = (network: string, effect: string, purpose: string) =>
      office.do(ADD_RULE, { input: { network, effect, purpose } });
    await rule('0.0.0.0/0', 'DENY', 'REGISTER');
    const added = await rule('203.0.113.9/24', 'ALLOW', 'REGISTER');
    assert.equal(added.addNetworkRule.network, '203.0.113.0/24');
    await rule('203.0.113.66', 'DENY', 'BOTH');
    await rule('2001:db8::/32', 'DENY', 'SIGN_IN');
    const from = async (address: string, ip: string): Promise<string> =>
      (await enter(node, await proof(node, address, ip), ip)).reason ?? 'ok';
    assert.equal(await from('a@example.com', '198.51.100.1'), 'NETWORK_REFUSED');
    assert.equal(await from('b@example.com', '203.0.113.66'), 'NETWORK_REFUSED');
    assert.equal(await from('c@example.com', HOME), 'ok');
    assert.equal(await from('c@example.com', '198.51.100.1'), 'ok');
    assert.equal(await from('c@example.com', '203.0.113.66'), 'NETWORK_REFUSED');
    assert.equal(await from('c@example.com', '2001:db8::1'), 'NETWORK_REFUSED');
    assert.equal(await from('d@example.com', '2001:db8::1'), 'ok', 'a rule for signing in is none for registering');
  });

  test('a rule that has expired or was removed holds no more', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const { node } = office;
    const input = { network: HOME, effect: 'DENY', purpose: 'BOTH' };
    const soon = { ...input, expiresAt: new Date(Date.now() + 60_000).toISOString() };
    const { addNetworkRule: over } = await office.do(ADD_RULE, { input: soon });
    const { addNetworkRule: gone } = await office.do(ADD_RULE, { input });
    const proved = await proof(node, ANN);
    assert.equal((await enter(node, proved)).reason, 'NETWORK_REFUSED');
    const REMOVE = 'mutation ($id: ID!) { removeNetworkRule(id: $id, reason: "a test") { id } }';
    await office.do(REMOVE, { id: gone.id });
    assert.equal((await enter(node, proved)).reason, 'NETWORK_REFUSED');
    await world
      .db('identity.network_rules')
      .where({ id: over.id })
      .update({ expires_at: new Date(Date.now() - 1) });
    assert.deepEqual((await office.do('{ networkRules { id } }')).networkRules, []);
    assert.ok((await enter(node, proved)).data.verifyOTP);
    assert.equal((await office.ask(REMOVE, { id: gone.id })).reason, 'NOT_FOUND');
  });

  test('what is no network is refused with its field', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    for (const network of [
      '',
      'home',
      '1.2.3',
      '1.2.3.4/33',
      '::/129',
      '1.2.3.4/',
      '1.2.3.4/8/8',
      'fe80::1%eth0',
      '01.2.3.4',
    ]) {
      const { reason, extensions } = await office.ask(ADD_RULE, {
        input: { network, effect: 'DENY', purpose: 'BOTH' },
      });
      assert.deepEqual([reason, extensions.field], ['INPUT_INVALID', 'input.network'], network);
    }
  });

  test('a person’s own list: from elsewhere nobody signs in to their account; an admin helps who is locked out', async () => {
    await using world = await openWorld();
    const office = await openOffice(world);
    const { node } = office;
    const ann = await node.signIn(ANN);
    const SET = 'mutation ($networks: [String!]!) { setSignInNetworks(networks: $networks) { signInNetworks } }';
    const set = (networks: readonly string[], from: string): Promise<Told> =>
      node.ask({ query: SET, variables: { networks }, as: ann, from });
    const lockedOut = await set(['198.51.100.0/24'], HOME);
    assert.deepEqual([lockedOut.reason, lockedOut.extensions.field], ['INPUT_INVALID', 'networks']);
    const { data } = await set(['203.0.113.0/24', '203.0.113.5/24'], HOME);
    assert.deepEqual(data.setSignInNetworks.signInNetworks, ['203.0.113.0/24']);
    assert.equal((await enter(node, await proof(node, ANN, '198.51.100.1'), '198.51.100.1')).reason, 'NETWORK_REFUSED');
    assert.ok((await enter(node, await proof(node, ANN))).data.verifyOTP);
    const HELP = `mutation ($userID: ID!) {
      setUserSignInNetworks(userID: $userID, networks: [], reason: "moved house") { signInNetworks }
    }`;
    const helped = await office.do(HELP, { userID: ann.userID });
    assert.deepEqual(helped.setUserSignInNetworks.signInNetworks, []);
    assert.ok((await enter(node, await proof(node, ANN, '198.51.100.1'), '198.51.100.1')).data.verifyOTP);
    assert.equal((await office.ask(HELP, { userID: 'nobody' })).reason, 'NOT_FOUND');
  });
});
