import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { afterCommit } from '../../kit/after-commit.ts';
import type { Intent, Judge, Verdict } from '../../kit/decisions.ts';
import { hear } from '../../kit/hear.ts';
import { repeat } from '../../kit/repeat.ts';
import type { Store } from '../../kit/store.ts';
import { type BanRow, standing } from './ban.ts';

const CHANNEL = 'identity:bans';
/** Of a message that went missing. */
const RELOAD_MS = 30_000;

/** Tells every node, once the transaction is through, that somebody was banned, or is not any more. */
export const announceBan = (store: Store, userID: string, on: Knex.Transaction): void =>
  // Whoever does not hear of it reloads by themselves.
  afterCommit(on, () => void store.publish(CHANNEL, userID).catch(() => {}));

export interface BanList {
  /** Keeps banned people from doing anything in OpenIM, also with a connection that is still open. */
  readonly judge: Judge;
  stop(): Promise<void>;
}

export interface BanListParts {
  readonly db: Knex;
  readonly store: Store;
  readonly log: Logger;
}

/** Everybody who is banned, in memory. */
export async function openBanList({ db, store, log }: BanListParts): Promise<BanList> {
  /** Until when, in ms; Infinity: for good. */
  let banned = new Map<string, number>();
  const rows = (userIDs?: readonly string[]) =>
    db
      .table('identity.bans')
      .modify(standing)
      .modify((query) => userIDs && void query.whereIn('user_id', userIDs))
      .select<Pick<BanRow, 'user_id' | 'until'>[]>('user_id', 'until');
  const endOf = ({ until }: Pick<BanRow, 'until'>): number => until?.getTime() ?? Number.POSITIVE_INFINITY;

  /** Who changed while all were read: what was read of them may be older. */
  let changed: Set<string> | null = null;
  async function reload(): Promise<void> {
    const during = new Set<string>();
    changed = during;
    try {
      const fresh = new Map((await rows()).map((row) => [row.user_id, endOf(row)]));
      for (const userID of during) copy(banned, fresh, userID);
      banned = fresh;
    } finally {
      changed = null;
    }
  }

  async function learn(userID: string): Promise<void> {
    const [row] = await rows([userID]);
    if (row === undefined) banned.delete(userID);
    else banned.set(userID, endOf(row));
    changed?.add(userID);
  }

  const failed = (err: unknown): void => log.warn({ err }, 'the list of bans could not be read');
  const end = await hear(store, CHANNEL, (userID) => void learn(userID).catch(failed));
  await reload();
  const reloading = repeat(RELOAD_MS, reload, failed);
  return {
    judge: createJudge((userID) => banned.get(userID) ?? 0),
    async stop() {
      await end();
      await reloading.stop();
    },
  };
}

function copy(from: ReadonlyMap<string, number>, to: Map<string, number>, userID: string): void {
  const until = from.get(userID);
  if (until === undefined) to.delete(userID);
  else to.set(userID, until);
}

const createJudge = (endOf: (userID: string) => number): Judge => ({
  name: 'bans',
  otherwise: 'PASS',
  kinds: new Set(['SEND', 'MODIFY', 'RENAME', 'ADD_FRIEND', 'CREATE_GROUP', 'JOIN_GROUP']),
  decide(intent): Verdict {
    const end = Math.max(0, ...doersOf(intent).map(endOf));
    if (end <= Date.now()) return { kind: 'PASS' };
    return { kind: 'REFUSE', reason: 'USER_BANNED', until: Number.isFinite(end) ? new Date(end) : null };
  },
});

function doersOf(intent: Intent): readonly string[] {
  if (intent.kind === 'JOIN_GROUP') return intent.userIDs;
  return 'userID' in intent && intent.userID !== null ? [intent.userID] : [];
}
