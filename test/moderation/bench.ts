import assert from 'node:assert/strict';
import pg from 'pg';
import { KEY_MAKERS } from '../../gateway/identity-settings.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { emptyDatabase } from '../world/database.ts';
import { type Actor, openWorld, type World } from '../world/world.ts';

export const PASSWORD = 'correct horse battery staple';

/** Another admin, made by the owner, who has signed in. */
export const colleague = (world: World, owner: AdminQuery, name: string): Promise<AdminQuery> =>
  adminWith('MODERATOR', { world, owner, name });

/** The same, with another role. */
export async function adminWith(
  role: string,
  { world, owner, name }: { world: World; owner: AdminQuery; name: string },
): Promise<AdminQuery> {
  const email = `${name}@admins.example`;
  const { data } = await owner<{ createAdmin: { token: string } }>(
    `mutation { createAdmin(input: { email: "${email}", name: "${name}", roles: [${role}] }, reason: "Starts") { token } }`,
  );
  await owner(
    `mutation { acceptAdminInvitation(token: "${data?.createAdmin.token}", password: "${PASSWORD}") { id } }`,
  );
  return signInAdmin({ url: world.url, running: { newAdmin: { email, password: PASSWORD } } } as World);
}

const SEND = `mutation ($to: ID, $group: ID, $text: String!) {
  sendMessage(input: { userID: $to, groupID: $group, content: { text: { text: $text } } }) { id }
}`;

export const says = async (from: Actor, to: { to?: string; group?: string }, text: string): Promise<string> =>
  (await from.query<{ sendMessage: { id: string } }, object>(SEND, { ...to, text })).sendMessage.id;

const REPORT = `mutation ($id: ID!, $reason: ReportReason!, $comment: String) {
  reportMessage(input: { messageID: $id, reason: $reason, comment: $comment }) { id outcome }
}`;

export const reports = async (who: Actor, id: string, reason = 'SPAM'): Promise<{ id: string; outcome: string }> =>
  (await who.query<{ reportMessage: { id: string; outcome: string } }, object>(REPORT, { id, reason })).reportMessage;

/** What an admin gets, or the test fails with what they were told. */
export async function get<Data>(admin: AdminQuery, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await admin<Data>(query, variables);
  assert.deepEqual(errors, []);
  return data as Data;
}

export const reasons = async (admin: AdminQuery, query: string, variables: object = {}): Promise<unknown[]> =>
  (await admin(query, variables)).errors.map(({ extensions }) => extensions?.reason);

/** Ann, Bo and Cleo, a group of theirs, an owner among the admins, the database beside them, and room for more nodes. */
export async function openBench(more: Readonly<Record<string, string>> = {}) {
  const undo = new AsyncDisposableStack();
  const database = undo.use(await emptyDatabase());
  const sandbox = await startSandbox({});
  undo.defer(() => sandbox.stop());
  const settings = {
    ...{ DATABASE_URL: database.url, OTP_LIMITS: 'resend=0,deviceHour=1000' },
    ...{ OPENIM_API_URL: sandbox.apiURL, OPENIM_WS_URL: sandbox.wsURL },
    ...{ OPENIM_ADMIN_USER_ID: sandbox.adminUserID, OPENIM_SECRET: sandbox.secret },
    ...Object.fromEntries(Object.entries(KEY_MAKERS).map(([name, make]) => [name, make()])),
    ...more,
  };
  const node = async (): Promise<World> => undo.use(await openWorld(settings));
  const world = await node();
  const [ann, bo, cleo] = await Promise.all(
    ['ann', 'bo', 'cleo'].map((name) => world.signIn(`${name}@new.example`, name)),
  );
  if (!ann || !bo || !cleo) assert.fail();
  const { createGroup } = await ann.query<{ createGroup: { id: string } }, object>(
    'mutation ($m: [ID!]!) { createGroup(input: { name: "Tea", memberIDs: $m }) { id } }',
    { m: [bo.id, cleo.id] },
  );
  const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client(database.url);
    await client.connect();
    const { rows } = await client.query(text, values);
    await client.end();
    return rows as Row[];
  };
  const owner = await signInAdmin(world);
  return {
    ...{
      world,
      node,
      faults: sandbox.faults,
      databaseURL: database.url,
      ann,
      bo,
      cleo,
      owner,
      sql,
      groupID: createGroup.id,
    },
    [Symbol.asyncDispose]: () => undo.disposeAsync(),
  };
}

export type Bench = Awaited<ReturnType<typeof openBench>>;
