import { badInput } from '../../../kit/fault.ts';
import { MOST_ROWS } from '../../../kit/page.ts';
import { addressOf, type Fields, fieldsOf, listOf, parseFields, textOf } from '../../model/json.ts';
import { CARRIED } from '../../model/marks.ts';
import { ELEMENTS } from '../../model/snapshot.ts';
import type { WireGroupMember, WireMessage } from '../../rest/wire.ts';
import { type Built, TYPES } from './built.ts';

const AT_ALL = 'AtAllTag';

export interface AtInput {
  readonly text: string;
  readonly userIDs: readonly string[];
  readonly all?: boolean | null;
}

export function written(text: string, path: string): string {
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

/** What can be told of it before anybody is looked for. */
export function checkAt({ text, userIDs, all }: AtInput, path: string): void {
  written(text, `${path}.text`);
  if (userIDs.length > MOST_ROWS) throw badInput(`${path}.userIDs`, `at most ${MOST_ROWS} ids are expected`);
  if (userIDs.length === 0 && !all) throw badInput(`${path}.userIDs`, 'somebody to mention is expected');
}

/** `members` are those of `userIDs` who are in the group. */
export function atContent({ text, userIDs, all }: AtInput, members: readonly WireGroupMember[], path: string): Built {
  const found = new Set(members.map(({ userID }) => userID));
  const missing = userIDs.findIndex((id) => !found.has(id));
  if (missing >= 0) throw badInput(`${path}.userIDs.${missing}`, 'a member of the group is expected');
  const content = {
    text,
    atUserList: [...new Set(userIDs), ...(all ? [AT_ALL] : [])],
    atUsersInfo: members.map(({ userID, nickname }) => ({ atUserID: userID, groupNickname: nickname })),
    isAtSelf: false,
  };
  return { contentType: TYPES.at, content };
}

/** `quoted` as the viewer reads it; its own quote is left out, or a long talk would travel in each of its answers. */
export const quoteContent = (text: string, quoted: WireMessage): Built => ({
  contentType: TYPES.quote,
  content: { text, quoteMessage: structOf(quoted) },
});

/** The message as the official SDKs quote one: its fields, and its content under the name of its type. */
function structOf({ options: _, offlinePushInfo: __, atUserIDList: ___, senderFaceURL, content, ...row }: WireMessage) {
  const {
    quoteMessage: ____,
    sentAs: _____,
    multiMessage: ______,
    ...fields
  } = withoutBundled(parseFields(content) ?? {});
  const element = ELEMENTS[row.contentType];
  const quoted = element === undefined ? { content: clipped(content) } : { [element]: clippedFields(fields) };
  return { ...row, senderFaceUrl: senderFaceURL, ...quoted };
}

/** Of a bundle that travels as a custom message its title and first lines, as of any other bundle. */
function withoutBundled(fields: Fields): Fields {
  if (fields.extension !== CARRIED.merger) return fields;
  const { title, abstractList } = fieldsOf(parseFields(textOf(fields.data)));
  const lines = listOf(abstractList)
    .slice(0, MOST_LINES)
    .map((line) => textOf(line).slice(0, LONGEST_LINE));
  return { ...fields, data: JSON.stringify({ title, abstractList: lines }) };
}

const MOST_LINES = 4;
const LONGEST_LINE = 100;

/** Characters of a quoted text: an answer is there, and the whole is where it was said. */
const LONGEST_QUOTED = 1_000;

/** A long text leaves no room for its answer; half an address leads nowhere. */
const clipped = (text: string): string =>
  text.length <= LONGEST_QUOTED || addressOf(text) !== null
    ? text
    : `${[...text.slice(0, 2 * LONGEST_QUOTED)].slice(0, LONGEST_QUOTED).join('')}…`;

const clippedFields = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? clipped(value) : value]),
  );
