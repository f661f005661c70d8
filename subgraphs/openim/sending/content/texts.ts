import { badInput } from '../../../kit/fault.ts';
import { MOST_ROWS } from '../../../kit/page.ts';
import { type Fields, parseFields } from '../../model/json.ts';
import { ELEMENTS } from '../../model/snapshot.ts';
import type { WireGroupMember, WireMessage } from '../../rest/wire.ts';
import { type Built, TYPES } from './built.ts';

const AT_ALL = 'AtAllTag';

export interface AtInput {
  readonly text: string;
  readonly userIDs: readonly string[];
  readonly all?: boolean | null;
}

function written(text: string, path: string): string {
  if (text.trim() === '') throw badInput(path, 'a text that is not empty is expected');
  return text;
}

export const textContent = ({ text }: { text: string }, path: string): Built => ({
  contentType: TYPES.text,
  content: { content: written(text, `${path}.text`) },
});

export const markdownContent = ({ text }: { text: string }, path: string): Built => ({
  contentType: TYPES.markdown,
  content: { content: written(text, `${path}.text`) },
});

/** `members` are those of `userIDs` who are in the group. */
export function atContent({ text, userIDs, all }: AtInput, members: readonly WireGroupMember[], path: string): Built {
  if (userIDs.length > MOST_ROWS) throw badInput(`${path}.userIDs`, `at most ${MOST_ROWS} ids are expected`);
  if (userIDs.length === 0 && !all) throw badInput(`${path}.userIDs`, 'somebody to mention is expected');
  const found = new Set(members.map(({ userID }) => userID));
  const missing = userIDs.findIndex((id) => !found.has(id));
  if (missing >= 0) throw badInput(`${path}.userIDs.${missing}`, 'a member of the group is expected');
  const content = {
    text: written(text, `${path}.text`),
    atUserList: [...new Set(userIDs), ...(all ? [AT_ALL] : [])],
    atUsersInfo: members.map(({ userID, nickname }) => ({ atUserID: userID, groupNickname: nickname })),
    isAtSelf: false,
  };
  return { contentType: TYPES.at, content };
}

/** `quoted` as the viewer reads it; its own quote is left out, or a long talk would travel in each of its answers. */
export function quoteContent({ text }: { text: string }, quoted: WireMessage, path: string): Built {
  return { contentType: TYPES.quote, content: { text: written(text, `${path}.text`), quoteMessage: structOf(quoted) } };
}

/** The message as the official SDKs quote one: its fields, and its content under the name of its type. */
function structOf({ options: _, offlinePushInfo: __, atUserIDList: ___, senderFaceURL, content, ...row }: WireMessage) {
  const { quoteMessage: ____, sentAs: _____, ...fields } = parseFields(content) ?? {};
  const element = ELEMENTS[row.contentType];
  const quoted = element === undefined ? { content } : { [element]: { ...fields, ...clipped(fields) } };
  return { ...row, senderFaceUrl: senderFaceURL, ...quoted };
}

/** Characters of a quoted text: an answer is there, and the whole is where it was said. */
const LONGEST_QUOTED = 1_000;

/** A long text leaves no room for its answer. It stands in `content` or in `text`, as its type has it. */
const clipped = (fields: Fields): Fields =>
  Object.fromEntries(
    ['content', 'text'].flatMap((name) => {
      const text = fields[name];
      if (typeof text !== 'string' || text.length <= LONGEST_QUOTED) return [];
      return [[name, `${[...text].slice(0, LONGEST_QUOTED).join('')}…`]];
    }),
  );
