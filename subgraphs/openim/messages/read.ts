import { messageID } from '../conversation-id.ts';
import type { WireMessage } from '../rest/wire.ts';

/** The messages that one request has read. */
export interface ReadMessages {
  note(conversationID: string, rows: readonly WireMessage[]): void;
  /** By `Message.id`. */
  find(id: string): WireMessage | undefined;
  clear(): void;
}

/** Named when somebody looks for one: few operations ask for the message behind a quote. */
export function createReadMessages(): ReadMessages {
  const named = new Map<string, WireMessage>();
  let unnamed: { readonly conversationID: string; readonly rows: readonly WireMessage[] }[] = [];
  return {
    note: (conversationID, rows) => void unnamed.push({ conversationID, rows }),
    find(id) {
      for (const { conversationID, rows } of unnamed)
        for (const row of rows) named.set(messageID(conversationID, row.serverMsgID), row);
      unnamed = [];
      return named.get(id);
    },
    clear() {
      named.clear();
      unnamed = [];
    },
  };
}
