import { nameFor } from '../conversation-id.ts';
import { type Body, textsAt, valuesAt, withValue } from './body.ts';
import { badArgument, forbidden, notTheirs } from './envelope.ts';
import type { Rule } from './rule.ts';

/** Who asks, and what can be found out about what is theirs. */
export interface Witnesses {
  readonly userID: string;
  /** Those of some conversations that the caller is in. */
  readonly inThem: (conversationIDs: readonly string[]) => Promise<ReadonlySet<string>>;
  /** OpenIM's own id of an upload of theirs. */
  readonly uploadOf: (uploadID: string) => string | null;
}

/** The body as OpenIM gets it. Throws a Refusal where a rule does not hold. */
export async function check(body: Body, rules: readonly Rule[], by: Witnesses): Promise<Body> {
  let checked = body;
  for (const rule of rules) checked = await apply(rule, checked, by);
  return checked;
}

async function apply(rule: Rule, body: Body, by: Witnesses): Promise<Body> {
  switch (rule.check) {
    case 'own':
      return own(rule, body, by);
    case 'among':
      return among(rule.at, body, by);
    case 'unset':
      return unset(rule.at, body);
    case 'conversation':
      return conversation(rule.at, body, by);
    case 'conversations':
      return conversations(rule.at, body, by);
    case 'peer':
      return peer(rule.at, body, by);
    case 'name':
      return named(rule.at, body, by);
    case 'upload':
      return upload(rule.at, body, by);
  }
}

function own({ at, demanded }: Extract<Rule, { check: 'own' }>, body: Body, { userID }: Witnesses): Body {
  const named = textsAt(body, at);
  if (demanded && named.length === 0) throw badArgument(`${at} is empty`);
  for (const each of named) if (each !== userID) throw notTheirs(each);
  return body;
}

function among(at: readonly string[], body: Body, { userID }: Witnesses): Body {
  const named = at.flatMap((each) => textsAt(body, each));
  if (!named.includes(userID)) throw notTheirs(named.join(' '));
  return body;
}

function unset(at: string, body: Body): Body {
  if (valuesAt(body, at).some(Boolean)) throw forbidden(`${at} is not for users`);
  return body;
}

const NOT_IN_IT = 'the caller is not in this conversation';

async function conversation(at: string, body: Body, { inThem }: Witnesses): Promise<Body> {
  const ids = textsAt(body, at);
  if (ids.length === 0) throw badArgument(`${at} is empty`);
  if ((await inThem(ids)).size < new Set(ids).size) throw forbidden(NOT_IN_IT);
  return body;
}

async function conversations(at: string, body: Body, { inThem }: Witnesses): Promise<Body> {
  const ids = textsAt(body, at);
  if (ids.length === 0) return body;
  const theirs = await inThem(ids);
  const left = ids.filter((id) => theirs.has(id));
  // An empty list is all of them to OpenIM.
  if (left.length === 0) throw forbidden(NOT_IN_IT);
  return withValue(body, at, left);
}

/** OpenIM writes some of a conversation's settings into the row of whom the body says is on its other side. */
async function peer(at: string, body: Body, by: Witnesses): Promise<Body> {
  await conversation(`${at}.conversationID`, body, by);
  const [id = ''] = textsAt(body, `${at}.conversationID`);
  const name = nameFor(by.userID, id);
  const [userID, groupID] = name?.kind === 'GROUP' ? ['', name.groupID] : [name?.peerID ?? '', ''];
  const said = [...textsAt(body, `${at}.userID`), ...textsAt(body, `${at}.groupID`)];
  if (said.some((each) => each !== (userID || groupID))) throw forbidden(`userID and groupID do not belong to ${id}`);
  return body;
}

function named(at: string, body: Body, { userID }: Witnesses): Body {
  const [name = ''] = textsAt(body, at);
  if (!name.startsWith(`${userID}/`) || name.length === userID.length + 1)
    throw forbidden(`name must start with \`${userID}/\``);
  return body;
}

function upload(at: string, body: Body, { uploadOf }: Witnesses): Body {
  const [sealed = ''] = textsAt(body, at);
  const uploadID = uploadOf(sealed);
  if (uploadID === null) throw forbidden('this upload was not begun by the caller');
  return withValue(body, at, uploadID);
}
