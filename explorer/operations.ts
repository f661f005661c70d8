import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import type { SavedOperation } from './panel/settings.ts';

interface Saved extends Pick<SavedOperation, 'title' | 'as'> {
  /** In `operations/`, without its ending. */
  readonly file: string;
  /** As they work on the sandbox's seeded world. */
  readonly variables?: object | (() => object);
}

const GROUP_CHAT = 'sg_hillwalk';
const DAY_MS = 86_400_000;

/** Today, and as many days before. */
function lastDays(count: number): object {
  const tomorrow = (Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS;
  return { from: new Date(tomorrow - (count + 1) * DAY_MS).toISOString(), to: new Date(tomorrow).toISOString() };
}

const SAVED: readonly Saved[] = [
  {
    title: 'Send a one-time code',
    as: 'anybody',
    file: 'request-code',
    variables: { to: { email: 'hana@example.com' } },
  },
  { title: 'Who am I', as: 'user', file: 'me' },
  { title: 'Conversation list', as: 'user', file: 'conversations' },
  { title: 'A conversation’s page', as: 'user', file: 'chat-page', variables: { id: 'si_ann_bo' } },
  {
    title: 'Send a text',
    as: 'user',
    file: 'send-text',
    variables: { input: { groupID: 'hillwalk', content: { text: { text: 'Hello from the explorer' } } } },
  },
  { title: 'Mark read', as: 'user', file: 'mark-read', variables: { id: GROUP_CHAT } },
  { title: 'A group', as: 'user', file: 'group', variables: { id: 'hillwalk' } },
  { title: 'Friends and requests', as: 'user', file: 'contacts' },
  {
    title: 'Report somebody',
    as: 'user',
    file: 'report',
    variables: { input: { userID: 'finn', reason: 'SPAM', comment: 'Always a minute early' } },
  },
  { title: 'What was decided about me', as: 'user', file: 'decisions-about-me' },
  { title: 'Who am I, as an admin', as: 'admin', file: 'current-admin' },
  { title: 'Everybody, or somebody by name', as: 'admin', file: 'all-users', variables: { nickname: 'an' } },
  { title: 'Figures of a month', as: 'admin', file: 'statistics', variables: () => lastDays(30) },
  { title: 'Cases that wait', as: 'admin', file: 'moderation-queue', variables: { state: 'OPEN' } },
  { title: 'The next case, for me', as: 'admin', file: 'claim-next-case' },
  {
    title: 'Decide a case',
    as: 'admin',
    file: 'take-action',
    variables: { input: { caseID: '', kind: 'WARN', note: 'First time', strike: true } },
  },
  {
    title: 'Decide an appeal',
    as: 'admin',
    file: 'decide-appeal',
    variables: { caseID: '', granted: true, answer: 'We looked again.' },
  },
  { title: 'A user, as admins see them', as: 'admin', file: 'user-picture', variables: { id: 'ann' } },
];

/** What the explorer offers to run. The ids in the variables are the seeded world's: elsewhere they are examples. */
export const savedOperations = (): readonly SavedOperation[] =>
  SAVED.map(({ file, variables: given, ...saved }) => {
    const variables = typeof given === 'function' ? given() : given;
    const query = readFileSync(join(import.meta.dirname, 'operations', `${file}.graphql`), 'utf8');
    return {
      ...{ ...saved, query, roots: rootsOf(query) },
      variables: variables === undefined ? '' : JSON.stringify(variables, null, 2),
    };
  });

const rootsOf = (query: string): readonly string[] =>
  parse(query)
    .definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .flatMap(({ selectionSet }) => selectionSet.selections)
    .flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));
