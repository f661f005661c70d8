import type { Knex } from 'knex';
import type { PlatformID } from '../kit/viewer.ts';
import { newID } from './ids.ts';

/** A row of `identity.devices`: one installation of a client, and whose it is. */
export interface DeviceRow {
  readonly id: string;
  readonly user_id: string;
  readonly name: string;
  readonly platform: PlatformID;
  readonly created_at: Date;
  readonly last_seen_at: Date;
}

export interface NewDevice {
  readonly id: string | null;
  readonly userID: string;
  readonly name: string;
  readonly platform: PlatformID;
}

/** The device a user signs in on: theirs of that id, or a new one where the id is absent or somebody else's. */
export async function keepDevice(db: Knex, { id, userID, name, platform }: NewDevice): Promise<DeviceRow> {
  const row = (as: string) => ({ id: as, user_id: userID, name, platform });
  const [kept] = await db
    .table('identity.devices')
    .insert(row(id ?? newID()))
    .onConflict('id')
    .merge({
      name: db.raw('case when devices.renamed then devices.name else excluded.name end'),
      platform,
      last_seen_at: db.fn.now(),
    })
    .where('devices.user_id', userID)
    .returning<DeviceRow[]>('*');
  if (kept !== undefined) return kept;
  const [made] = await db.table('identity.devices').insert(row(newID())).returning<DeviceRow[]>('*');
  return made as DeviceRow;
}

/** By its owner, who keeps that name over sign-ins; null where it is nobody's, or somebody else's. */
export async function renameOwn(db: Knex, { id, user_id, name }: Pick<DeviceRow, 'id' | 'user_id' | 'name'>) {
  const own = db.table('identity.devices').where({ id, user_id });
  const [device] = await own.update({ name, renamed: true }).returning<DeviceRow[]>('*');
  return device ?? null;
}

const MOST_DEVICES = 100;

/** By user: what they have signed in with, last seen first. */
export async function devicesOf(
  db: Knex,
  userIDs: readonly string[],
): Promise<ReadonlyMap<string, readonly DeviceRow[]>> {
  const { rows } = await db.raw<{ rows: DeviceRow[] }>(
    `select device.* from unnest(?::text[]) as asked (id), lateral
       (select * from identity.devices where user_id = asked.id order by last_seen_at desc, id limit ?) as device`,
    [[...userIDs], MOST_DEVICES],
  );
  return Map.groupBy(rows, ({ user_id }) => user_id);
}
