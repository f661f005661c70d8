import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import type { WireMessage } from '../rest/wire.ts';

/** ms after which a send that nobody confirmed may be made again, if it is nowhere to be found. */
export const SETTLED_MS = 30_000;

export type Claim =
  | { readonly kind: 'ours'; readonly claimedAt: Date }
  /** Somebody sent it, or is sending it, since then. */
  | { readonly kind: 'pending'; readonly claimedAt: Date }
  | { readonly kind: 'sent'; readonly message: WireMessage };

/** Who sends what under which clientMsgID, so that a retry, on whatever node, is the same message. */
export interface Ledger {
  /** SEND_CONFLICT when the clientMsgID stands for another message. */
  claim(key: SendKey): Promise<Claim>;
  /** Takes over a claim that was made at `claimedAt`; false when somebody else was faster. */
  reclaim(key: SendKey, claimedAt: Date): Promise<boolean>;
  /** Kept with the answer, for whoever asks again. */
  settle(key: SendKey, message: WireMessage): Promise<void>;
  /** OpenIM refused it, or never heard of it: the clientMsgID is free again. */
  release(key: SendKey): Promise<void>;
  sweep(): Promise<void>;
}

export interface SendKey {
  readonly userID: string;
  readonly clientMsgID: string;
  readonly digest: string;
}

interface SendRow {
  readonly digest: string;
  readonly claimed_at: Date;
  readonly message: WireMessage | null;
}

const KEPT_MS = 7 * 86_400_000;

export function createLedger(db: Knex): Ledger {
  const table = () => db.table('openim.sends');
  const of = ({ userID, clientMsgID }: SendKey) => table().where({ user_id: userID, client_msg_id: clientMsgID });

  return {
    async claim(key) {
      const { userID, clientMsgID, digest } = key;
      const claimedAt = new Date();
      const row = { user_id: userID, client_msg_id: clientMsgID, digest, claimed_at: claimedAt };
      const made = await table().insert(row).onConflict().ignore().returning('digest');
      if (made.length === 1) return { kind: 'ours', claimedAt };
      const [known] = await of(key).select<SendRow[]>();
      // Released between the two statements: whoever asks again finds it free.
      if (known === undefined) throw new Fault('SEND_UNCERTAIN');
      if (known.digest !== digest) throw new Fault('SEND_CONFLICT');
      if (known.message !== null) return { kind: 'sent', message: known.message };
      return { kind: 'pending', claimedAt: known.claimed_at };
    },
    async reclaim(key, claimedAt) {
      const taken = await of(key)
        .where({ claimed_at: claimedAt })
        .whereNull('message')
        .update({ claimed_at: new Date() });
      return taken === 1;
    },
    settle: async (key, message) => {
      await of(key).update({ message: JSON.stringify(message) });
    },
    release: async (key) => {
      await of(key).whereNull('message').delete();
    },
    sweep: async () => {
      await table()
        .where('claimed_at', '<', new Date(Date.now() - KEPT_MS))
        .delete();
    },
  };
}
