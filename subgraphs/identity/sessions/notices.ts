import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { type OwedRow, startOwed } from '../../kit/owed.ts';
import type { Repeated } from '../../kit/repeat.ts';
import { asAdmin } from '../../openim/rest/call.ts';
import type { OpenIM } from '../../openim/rest/openim.ts';
import type { DeviceRow } from '../devices.ts';
import type { SessionRow } from './session.ts';

/** For what was put off, and what a node that died has left. */
const EVERY_MS = 10_000;
const ATTEMPT_MS = 8_000;
/** Later it is no news: the list of sessions tells. */
const OLDEST_MS = 86_400_000;
/** By which clients know what they are told. */
const KEY = 'sign-in';

interface NoticeRow extends OwedRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly notice: object;
  readonly created_at: Date;
}

export interface NoticesParts {
  readonly db: Knex;
  readonly messages: Pick<OpenIM['messages'], 'sendBusiness'>;
  readonly log: Logger;
}

/**
 * Tells the devices of who has signed in on another one: a business notification (contentType 2001) of OpenIM, for
 * those that are connected. A sign-in writes it down and goes on; here it is tried until OpenIM has taken it.
 */
export function startNotices({ db, messages, log }: NoticesParts): Repeated {
  const table = 'identity.sign_in_notices';
  return startOwed<NoticeRow>({
    ...{ db, table, key: 'session_id', what: 'the notice of a sign-in', log },
    ...{ attempt: ATTEMPT_MS, every: EVERY_MS },
    async pay({ session_id, user_id, notice, created_at }, signal) {
      const to = { sendUserID: user_id, recvUserID: user_id, sendMsg: false, reliabilityLevel: 1 } as const;
      if (created_at.getTime() >= Date.now() - OLDEST_MS)
        await messages.sendBusiness({ key: KEY, data: JSON.stringify(notice), ...to }, asAdmin({ signal, log }));
      await db.table(table).where({ session_id }).delete();
    },
  });
}

/** In the transaction of a sign-in: where somebody is signed in on another device, it is to be told. */
export async function oweNotice(session: SessionRow, device: DeviceRow, on: Knex): Promise<void> {
  const { id, user_id, created_at } = session;
  const others = on.table('identity.sessions').where({ user_id }).whereNull('ended_at');
  if ((await others.whereNot({ device_id: device.id }).first('id')) === undefined) return;
  const notice = {
    sessionID: id,
    deviceID: device.id,
    deviceName: device.name,
    platformID: device.platform,
    at: created_at.toISOString(),
  };
  const row = { session_id: id, user_id, notice, created_at, next_at: created_at };
  await on.table('identity.sign_in_notices').insert(row);
}
