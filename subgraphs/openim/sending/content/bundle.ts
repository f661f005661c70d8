import { badInput } from '../../../kit/fault.ts';
import { fieldsOf, parseFields } from '../../model/json.ts';
import { CARRIED } from '../../model/marks.ts';
import { ELEMENTS } from '../../model/snapshot.ts';
import type { WireMessage } from '../../rest/wire.ts';
import { type Built, TYPES } from './built.ts';

export interface MergerInput {
  readonly title: string;
  readonly messageIDs: readonly string[];
}

const MOST_MESSAGES = 50;
const LONGEST_TITLE = 255;

/** What can be told of it before any message is looked for. */
export function checkMerger({ title, messageIDs }: MergerInput, path: string): void {
  if (title.trim() === '' || [...title].length > LONGEST_TITLE)
    throw badInput(`${path}.title`, `1 to ${LONGEST_TITLE} characters are expected`);
  if (messageIDs.length === 0 || messageIDs.length > MOST_MESSAGES)
    throw badInput(`${path}.messageIDs`, `1 to ${MOST_MESSAGES} ids are expected`);
  const again = messageIDs.findIndex((id, at) => messageIDs.indexOf(id) < at);
  if (again >= 0) throw badInput(`${path}.messageIDs.${again}`, 'another message than before is expected');
}

/** A message that is forwarded, and the line that stands for it. */
export interface Forwarded {
  readonly row: WireMessage;
  readonly line: string;
}

/** OpenIM's REST refuses 107: the bundle travels as a custom message, with the fields that 107 has. */
export const mergerContent = (title: string, forwarded: readonly Forwarded[]): Built => ({
  contentType: TYPES.custom,
  content: {
    data: JSON.stringify({
      title,
      abstractList: forwarded.map(({ line }) => line),
      multiMessage: forwarded.map(({ row }) => copyOf(row)),
    }),
    description: title,
    extension: CARRIED.merger,
  },
});

/** As the official SDKs copy one, with nothing left out of what it holds. */
function copyOf({ senderFaceURL, contentType, content, ...row }: WireMessage) {
  const { clientMsgID, serverMsgID, sendTime, createTime, sessionType, seq } = row;
  const { sendID, recvID, groupID, senderNickname, senderPlatformID } = row;
  const element = ELEMENTS[contentType];
  const { sentAs: _, ...fields } = fieldsOf(parseFields(content));
  return {
    ...{ clientMsgID, serverMsgID, sendTime, createTime, sessionType, seq, contentType },
    ...{ sendID, recvID, groupID, senderNickname, senderPlatformID, senderFaceUrl: senderFaceURL },
    ...(element === undefined ? { content } : { [element]: fields }),
  };
}
