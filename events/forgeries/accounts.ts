import type { KeptMessage } from '../../subgraphs/kit/events.ts';
import type { Call } from '../../subgraphs/openim/rest/call.ts';
import type { OpenIM } from '../../subgraphs/openim/rest/openim.ts';

const NOTICE = 1_400;
/** `appMangerLevel` from which on OpenIM lets an account send notices. */
const SENDS_NOTICES = 2;

/** Notices of accounts that OpenIM lets send none. Whom OpenIM does not know any more is not accused. */
export async function noticesOfPeople(
  messages: readonly KeptMessage[],
  { users }: Pick<OpenIM, 'users'>,
  call: Call,
): Promise<readonly KeptMessage[]> {
  const notices = messages.filter(({ contentType }) => contentType === NOTICE);
  if (notices.length === 0) return [];
  const senders = await users.byIDs([...new Set(notices.map(({ sendID }) => sendID))], call);
  const people = new Set(senders.filter((user) => user.appMangerLevel < SENDS_NOTICES).map(({ userID }) => userID));
  return notices.filter(({ sendID }) => people.has(sendID));
}
