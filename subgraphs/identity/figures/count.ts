import type { Knex } from 'knex';

export type Figure = 'SIGN_IN' | 'ACTIVE_USER' | 'NEW_ACCOUNT';

/** Rows of one figure and day: who counts at the same time seldom waits for the other. */
const SHARDS = 16;

/** By this node's clock. */
const today = (): string => new Date().toISOString().slice(0, 10);

// In one order always: two who count never wait for each other both.
const ADD = `insert into identity.daily_figures as kept (day, figure, shard, count) select :day, figure, :shard, 1 from added order by figure
  on conflict (day, figure, shard) do update set count = kept.count + 1`;

/** Last in its transaction: until the end of that, others who count on this row wait. */
async function add(added: string, bindings: object, on: Knex): Promise<void> {
  const shard = Math.floor(Math.random() * SHARDS);
  await on.raw(`with ${added} ${ADD}`, { ...bindings, day: today(), shard });
}

export const countNewAccount = (on: Knex): Promise<void> =>
  add('added as (select :figure::text as figure)', { figure: 'NEW_ACCOUNT' satisfies Figure }, on);

/** Nobody twice a day. */
const ACTIVE = `present as (
  insert into identity.last_active as seen (user_id, day) values (:userID, :day)
  on conflict (user_id) do update set day = excluded.day where seen.day < excluded.day returning day)`;

/** Somebody asks something, or is about to. */
export const countActive = (userID: string, on: Knex): Promise<void> =>
  add(`${ACTIVE}, added as (select 'ACTIVE_USER' as figure from present)`, { userID }, on);

/** Who signs in is there, too. */
export const countSignIn = (userID: string, on: Knex): Promise<void> =>
  add(`${ACTIVE}, added as (select 'ACTIVE_USER' as figure from present union all select 'SIGN_IN')`, { userID }, on);
