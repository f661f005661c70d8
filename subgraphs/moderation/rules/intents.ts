import type { Intent } from '../../kit/decisions.ts';
import { type Happening, Subject } from './conditions/subject.ts';
import type { Path } from './content/json-path.ts';
import type { RulePlace } from './rule.ts';
import type { RoleInGroup } from './staff.ts';

type Send = Extract<Intent, { kind: 'SEND' }>;
type Modify = Extract<Intent, { kind: 'MODIFY' }>;

/** Where a message goes: what OpenIM tells before it is sent, and no more when its content is asked for. */
export interface Destination {
  readonly place: RulePlace | null;
  readonly groupID: string | null;
  readonly conversation: string;
}

export const destinationOf = ({ userID, to }: Send): Destination =>
  to.kind === 'GROUP'
    ? { place: 'GROUPS', groupID: to.id, conversation: `group:${to.id}` }
    : { place: 'SINGLE_CHATS', groupID: null, conversation: [userID, to.id].sort().join('\n') };

const SINGLE = 1;

/** All that is known where nobody remembers the sending. */
export const guessed = ({ sessionType }: Modify): Destination => ({
  place: sessionType === SINGLE ? 'SINGLE_CHATS' : 'GROUPS',
  groupID: null,
  conversation: '',
});

/** One message each, also where a client uses an id twice: what is sent twice is two messages. */
let sent = 0;

export const messageSubject = (
  intent: Send | Modify,
  destination: Destination,
  role: RoleInGroup | null = null,
): Subject =>
  new Subject({
    ...destination,
    role,
    userID: intent.userID,
    contentType: intent.contentType,
    content: intent.content,
    atUserIDs: intent.kind === 'SEND' ? intent.atUserIDs : [],
    at: intent.kind === 'SEND' ? intent.at.getTime() : Date.now(),
    key: `${intent.clientMsgID}\n${sent++}`,
    saved: false,
    media: null,
    labels: null,
  });

/** The names that an intent would give, each with whose it is. */
export function nameSubjects(intent: Exclude<Intent, Send | Modify>): Subject[] {
  switch (intent.kind) {
    case 'REGISTER':
      return intent.users.map(({ userID, nickname }) => named({ userID, place: 'PROFILES' }, { nickname }));
    case 'RENAME':
      return [named({ userID: intent.userID, place: 'PROFILES' }, { nickname: intent.nickname })];
    case 'ADD_FRIEND':
      return [named({ userID: intent.userID, place: 'SINGLE_CHATS' }, { message: intent.message })];
    case 'CREATE_GROUP':
    case 'CHANGE_GROUP': {
      const { userID, groupID, name, introduction, notification } = intent;
      return [named({ userID, groupID, place: 'GROUP_PROFILES' }, { name, introduction, notification })];
    }
    case 'JOIN_GROUP':
      return [];
  }
}

function named(
  whose: Pick<Happening, 'userID' | 'place'> & { readonly groupID?: string },
  names: Readonly<Record<string, string | null>>,
): Subject {
  const texts = Object.entries(names).flatMap(([name, text]): { path: Path; text: string }[] =>
    text ? [{ path: [name], text }] : [],
  );
  const rest = { conversation: 'names', contentType: 0, content: '', atUserIDs: [], at: Date.now() };
  return new Subject(
    { groupID: null, role: null, ...whose, ...rest, key: `names\n${sent++}`, saved: false, media: null, labels: null },
    texts,
  );
}
