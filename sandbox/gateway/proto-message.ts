import type { Message, OfflinePush } from '../message/message.ts';

/** A message as protobuf has it: bytes for content. */
type ProtoMessage = Omit<Message, 'content' | 'options'> & { content: Uint8Array; options: Record<string, boolean> };

const SENDING = 1;
const SENT = 2;

const dropBlank = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== '' && item !== 0 && item !== false && item !== null),
  ) as Partial<T>;

/** Zero values are not written. */
export const toProto = ({ content, options, offlinePushInfo, ...rest }: Message): object => ({
  ...dropBlank(rest),
  ...(content !== '' && { content: Buffer.from(content) }),
  ...(options && { options }),
  ...(offlinePushInfo && { offlinePushInfo: dropBlank(offlinePushInfo) }),
});

const pushInfoOf = (given: OfflinePush | null): OfflinePush | null => (given === null ? null : { ...given });

/** What a client sends is taken as it is; only "sending" is over once it arrived. */
export const fromProto = ({ content, options, ...rest }: ProtoMessage): Message => ({
  ...rest,
  content: Buffer.from(content).toString(),
  options,
  status: rest.status === SENDING ? SENT : rest.status,
  offlinePushInfo: pushInfoOf(rest.offlinePushInfo),
  atUserIDList: rest.atUserIDList?.length ? rest.atUserIDList : null,
});
