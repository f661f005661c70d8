import assert from 'node:assert/strict';
import { pino } from 'pino';
import { SCHEMA } from '../../events/delivery/schema.ts';
import { createKeeper } from '../../events/keeping/keeper.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { said } from '../events/facts.ts';

export interface Told {
  readonly id: string;
  readonly sendID: string;
  readonly recvID?: string;
  readonly groupID?: string;
  readonly seq: number;
  /** Of a text unless said otherwise. */
  readonly contentType?: number;
  /** When it was sent; now unless said otherwise. */
  readonly at?: Date;
}

/** Keeps what OpenIM would have told. */
export function openTeller(databaseURL: string) {
  const db = openDatabase(databaseURL, pino({ level: 'silent' }));
  const keeper = createKeeper(db, () => {});
  return {
    tell: async (
      { id, sendID, recvID = '', groupID = '', seq, contentType = 101, at = new Date() }: Told,
      text: string | object,
    ) => {
      const conversationID = id.slice(0, id.lastIndexOf(':'));
      const content = typeof text === 'string' ? { content: text } : text;
      const kept = said(conversationID, seq, JSON.stringify(content));
      if (kept.fact.kind !== 'MESSAGE_SAVED') assert.fail();
      const serverMsgID = id.slice(conversationID.length + 1);
      const whose = { serverMsgID, sendID, recvID, groupID, contentType };
      const message = { ...kept.fact.message, ...whose, sendTime: at.getTime() };
      await keeper.keep([{ ...kept, at, fact: { kind: 'MESSAGE_SAVED', message } }]);
      // Nodes are not told by whoever is none of them, and look for themselves once a minute.
      await db.raw(`select ${SCHEMA}.add_job('look')`);
    },
    async [Symbol.asyncDispose]() {
      await keeper.drain();
      await db.destroy();
    },
  };
}
