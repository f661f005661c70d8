import { Counter, type Registry } from 'prom-client';
import type { Consumer, EventSpan, KeptMessage } from '../../subgraphs/kit/events.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Flags } from '../../subgraphs/kit/flags.ts';
import type { MessageHistory } from '../../subgraphs/kit/message-history.ts';
import { asAdmin } from '../../subgraphs/openim/rest/call.ts';
import { type Forgery, forgeryIn } from '../../subgraphs/openim/rest/forgery.ts';
import type { OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import { noticesOfPeople } from './accounts.ts';

export interface ForgeryParts {
  readonly openim: Pick<OpenIM, 'messages' | 'users' | 'groups' | 'adminUserID'>;
  readonly flags: Flags;
  readonly history: Pick<MessageHistory, 'around'>;
  /** Where it is counted, for Prometheus. */
  readonly register: Registry;
}

/** What gave a message away. */
type Sign = Forgery | 'ACCOUNT';

interface Found {
  readonly message: KeptMessage;
  readonly sign: Sign;
}

const REVOKED = 2_101;
/** Of a hundred: it takes some doing, and was meant to deceive. */
const WEIGHT = 80;

/** Withdraws what clients wrote in OpenIM's name, and opens a case. */
export function createForgeryWatch({ openim, flags, history, register }: ForgeryParts): Consumer {
  const counter = new Counter({
    name: 'events_forgeries_total',
    help: "Messages that clients wrote in OpenIM's name, found and withdrawn, by what gave them away.",
    labelNames: ['sign'],
    registers: [register],
  });
  return {
    name: 'forgeries',
    kinds: new Set(['MESSAGE_SAVED']),
    async handle(events, span) {
      const messages = events.flatMap(({ fact }) => (fact.kind === 'MESSAGE_SAVED' ? [fact.message] : []));
      for (const found of await forgeriesIn(messages, openim, span)) {
        // What it was is kept first: afterwards it is gone.
        await flags.flag({ ...flagOf(found), evidence: await evidenceOf(found.message, { openim, history }, span) });
        await withdraw(found.message, openim, span);
        counter.inc({ sign: found.sign });
      }
    },
  };
}

async function forgeriesIn(
  messages: readonly KeptMessage[],
  openim: Pick<OpenIM, 'users'>,
  span: EventSpan,
): Promise<readonly Found[]> {
  const signs = messages.map((message) => ({ message, sign: forgeryIn(message) }));
  const found = signs.flatMap(({ message, sign }) => (sign === null ? [] : [{ message, sign }]));
  const genuine = signs.flatMap(({ message, sign }) => (sign === null ? [message] : []));
  const notices = await noticesOfPeople(genuine, openim, asAdmin(span));
  return [...found, ...notices.map((message) => ({ message, sign: 'ACCOUNT' as const }))];
}

const flagOf = ({ message: { conversationID, seq, serverMsgID, contentType }, sign }: Found) =>
  ({
    key: `forged:${conversationID}:${seq}`,
    subject: { kind: 'MESSAGE', id: `${conversationID}:${serverMsgID}` },
    reason: 'IMPERSONATION',
    source: 'forged-message',
    note: `Written by a client as OpenIM's own message of type ${contentType}; its sign: ${sign}. Withdrawn.`,
    weight: WEIGHT,
  }) as const;

async function evidenceOf(
  message: KeptMessage,
  { openim: { groups }, history }: Pick<ForgeryParts, 'openim' | 'history'>,
  span: EventSpan,
) {
  const { groupID, sendID: accusedID } = message;
  const [group] = groupID === '' ? [] : await groups.byIDs([groupID], asAdmin(span));
  const place = { groupID: groupID === '' ? null : groupID, reach: group?.memberCount ?? 1 };
  const neighbours = (await history.around(message)).map((each) => ({ ...each }));
  return { message: { ...message }, neighbours, profile: null, accusedID, ...place };
}

/** For everybody. What says of itself that it was revoked cannot be: of it only its place stays. */
async function withdraw(message: KeptMessage, openim: ForgeryParts['openim'], span: EventSpan): Promise<void> {
  const { conversationID, seq, contentType } = message;
  const { adminUserID: userID, messages } = openim;
  if (contentType === REVOKED) return messages.erase(conversationID, [seq], asAdmin(span));
  await messages.revoke({ userID, conversationID, seq }, asAdmin(span)).catch((error: unknown) => {
    // Revoked or deleted before, by this very work or by its sender.
    if (!(error instanceof Fault && (error.reason === 'ALREADY_REVOKED' || error.reason === 'NOT_FOUND'))) throw error;
  });
}
