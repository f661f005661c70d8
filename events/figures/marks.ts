import { createHmac, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

/** Days after which nobody's mark is kept: what is read back later adds to no day's writers. */
const OPEN_DAYS = 3;
const DAY_MS = 86_400_000;

/** The first day whose writers can still be told apart, UTC. */
const firstOpen = (): string => new Date(Date.now() - OPEN_DAYS * DAY_MS).toISOString().slice(0, 10);

/** Knows somebody again within a day; who they are cannot be told without its secret. */
export type Marker = (day: string, userID: string) => Buffer | null;

/** With the secrets of these days, which stay until the transaction ends. */
export async function openMarker(on: Knex.Transaction, days: readonly string[]): Promise<Marker> {
  const open = [...new Set(days)].filter((day) => day >= firstOpen()).toSorted();
  await on.raw(
    `insert into events.figure_secrets (day, secret) select * from unnest(?::date[], ?::bytea[]) order by 1
     on conflict do nothing`,
    [open, open.map(() => randomBytes(32))] as unknown as Knex.RawBinding[],
  );
  const { rows } = await on.raw<{ rows: { day: string; secret: Buffer }[] }>(
    `select to_char(day, 'YYYY-MM-DD') as day, secret from events.figure_secrets
      where day = any(?::date[]) order by figure_secrets.day for share`,
    [open],
  );
  const secrets = new Map(rows.map(({ day, secret }) => [day, secret]));
  return (day, userID) => {
    const secret = secrets.get(day);
    return secret === undefined ? null : createHmac('sha256', secret).update(userID).digest();
  };
}

/** Of days that are over only the number of writers stays. One node closes a day. */
export async function closeDays(db: Knex): Promise<void> {
  await db.transaction(async (on) => {
    const { rows } = await on.raw<{ rows: { day: string }[] }>(
      `delete from events.figure_secrets where day < ? returning to_char(day, 'YYYY-MM-DD') as day`,
      [firstOpen()],
    );
    const days = rows.map(({ day }) => day);
    if (days.length === 0) return;
    await on.raw(
      `insert into events.figures (day, room, what, count)
       select day, 'ANY', 'WRITERS', count(*) from events.figure_marks where day = any(?::date[]) group by day
       on conflict (day, room, what) do update set count = excluded.count`,
      [days],
    );
    await on.raw('delete from events.figure_marks where day = any(?::date[])', [days]);
  });
}
