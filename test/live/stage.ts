import type { KeptSession } from '../../client/index.ts';
import { sign } from '../../client/signature.ts';
import { type Bench, colleague, openBench, PASSWORD, reports, says } from '../moderation/bench.ts';
import { bearerOf } from '../world/admin.ts';

/** The bench of the moderation tests, with cases that come and change when a test says so. */
export async function openStage() {
  const bench: Bench = await openBench();
  const { world, owner } = bench;
  const one = async (mutation: string, id: string): Promise<void> => {
    const { errors } = await owner(`mutation ($id: ID!) { ${mutation}(id: $id) { id } }`, { id });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
  };
  return {
    ...bench,
    url: world.url,
    /** The owner's. */
    authorization: await bearerOf(world),
    /** A new case, by a report of a new message. */
    async newCase(): Promise<string> {
      const id = await says(bench.bo, { group: bench.groupID }, 'buy my pills');
      await reports(bench.ann, id);
      const rows = await bench.sql<{ id: string }>('select id from moderation.cases where subject_id = $1', [id]);
      return rows[0]?.id ?? '';
    },
    claim: (id: string) => one('claimCase', id),
    release: (id: string) => one('releaseCase', id),
    /** A moderator's `Authorization`, and their id. */
    async moderator(name: string): Promise<{ authorization: string; id: string }> {
      await colleague(world, owner, name);
      const email = `${name}@admins.example`;
      const rows = await bench.sql<{ id: string }>('select id from identity.admins where email = $1', [email]);
      const running = { newAdmin: { email, password: PASSWORD } };
      return { authorization: await bearerOf({ url: world.url, running }), id: rows[0]?.id ?? '' };
    },
    async giveRoles(id: string, roles: string): Promise<void> {
      const change = `mutation ($id: ID!) { setAdminRoles(id: $id, roles: [${roles}], reason: "Other work") { id } }`;
      const { errors } = await owner(change, { id });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
    },
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The headers by which a user's session signs a request of the stream's address. */
export function signed({ session: { key, id } }: { session: KeptSession }, method: string, body?: string) {
  const created = Math.floor(Date.now() / 1000);
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const url = new URL('http://any/graphql/stream');
  return sign({ method, url, ...(body === undefined ? {} : { body }) }, { key, sessionID: id, created, nonce });
}
