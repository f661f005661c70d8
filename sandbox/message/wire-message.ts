import { orNull } from '../http/go-values.ts';
import type { Message } from './message.ts';

/** REST shows a message's content as the base64 of its bytes, and leaves empty options out. */
export const wireMessage = ({ content, options, atUserIDList, ...rest }: Message): object => ({
  ...rest,
  content: content === '' ? null : Buffer.from(content).toString('base64'),
  ...(options && Object.keys(options).length > 0 && { options }),
  atUserIDList: orNull(atUserIDList ?? []),
});
