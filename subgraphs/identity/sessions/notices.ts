import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { type Repeated, repeat } from '../../kit/repeat.ts';
import { asAdmin } from '../../openim/rest/call.ts';
import type { OpenIM } from '../../openim/rest/openim.ts';
import type { DeviceRow } from '../devices.ts';
import type { SessionRow } from './session.ts';

/** For what was put off, and what a node that died has left. */
const EVERY_MS = 10_000;
const PAUSE_MS = 1_000;
const BATCH = 50;
const ATTEMPT_MS = 8_000;
const LONGEST_PAUSE_MS = 300_000;
/** Later it is no news: the list of sessions tells. */
const OLDEST_MS = 86_400_000;
/** By which clients know what they are told. */
const KEY = 'sign-in';

interface NoticeRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly notice: object;
  readonly created_at: Date;
  readonly tries: number;
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
  const stopped = new AbortController();
  const table = () => db.table('identity.sign_in_notices');

  async function send({ session_id, user_id, notice, created_at, tries }: NoticeRow): Promise<void> {
    const row = () => table().where({ session_id });
    if (created_at.getTime() < Date.now() - OLDEST_MS) return void (await row().delete());
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(ATTEMPT_MS)]);
    const to = { sendUserID: user_id, recvUserID: user_id, sendMsg: false, reliabilityLevel: 1 } as const;
    try {
      await messages.sendBusiness({ key: KEY, data: JSON.stringify(notice), ...to }, asAdmin({ signal, log }));
      await row().delete();
    } catch (error) {
      log.warn({ err: error, tries }, 'the notice of a sign-in is still owed');
      const pause = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** tries);
      await row().update({ tries: tries + 1, next_at: new Date(Date.now() + pause) });
    }
  }

  async function sendDue(): Promise<void> {
    const due = table().where('next_at', '<=', new Date()).orderBy('next_at').limit(BATCH);
    const next_at = new Date(Date.now() + 2 * ATTEMPT_MS);
    const claimed = await table()
      .whereIn('session_id', due.select('session_id').forUpdate().skipLocked())
      .update({ next_at })
      .returning<NoticeRow[]>('*');
    await Promise.all(claimed.map(send));
  }
  const sending = repeat(EVERY_MS, sendDue, (err) => log.warn({ err }, 'notices of sign-ins could not be read'));

  return {
    now: sending.now,
    async stop() {
      stopped.abort();
      await sending.stop();
    },
  };
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
