import { list } from './page.ts';
import type { WireMessage, WirePulled } from './wire.ts';

/** A message as some routes write it: the content's JSON text in base64, no list where it is empty. */
export type EncodedMessage = Omit<WireMessage, 'content' | 'atUserIDList'> & {
  readonly content: string | null;
  readonly atUserIDList: string[] | null;
};

export interface EncodedPull {
  readonly Msgs: EncodedMessage[] | null;
  readonly isEnd: boolean;
}

/** In place: the row was parsed for this, and a copy of thirty fields costs as much as the parsing. */
export const decodeMessage = (row: EncodedMessage): WireMessage =>
  Object.assign(row, {
    content: Buffer.from(row.content ?? '', 'base64').toString('utf8'),
    atUserIDList: list(row.atUserIDList),
  });

/** Seq 0 is a phantom of OpenIM's: it answers for ranges that begin there. */
export const decodePull = ({ Msgs, isEnd }: EncodedPull): WirePulled => ({
  messages: list(Msgs)
    .filter((row) => row.seq > 0)
    .map(decodeMessage),
  isEnd,
});
