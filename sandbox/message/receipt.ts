import type { Message } from './message.ts';
import type { Receipt } from './sender.ts';

const changes = (from: Message, to: Message): object =>
  Object.fromEntries(Object.entries(to).filter(([key, value]) => value !== from[key as keyof Message]));

/** A receipt as REST shows it: of a changed message only what changed, its content as the text that it is. */
export const receiptInfo = ({ changed, ...receipt }: Receipt): object => ({
  ...receipt,
  ...(changed && { modify: changes(changed.from, changed.to) }),
});
