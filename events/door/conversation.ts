const SINGLE = 1;
const GROUP = 3;
const NOTIFICATION = 4;

interface Addressed {
  readonly sessionType: number;
  readonly sendID: string;
  readonly recvID: string;
  readonly groupID: string;
}

/** OpenIM sorts the two ids by their bytes. */
const pair = (a: string, b: string): string =>
  Buffer.from(a).compare(Buffer.from(b)) <= 0 ? `${a}_${b}` : `${b}_${a}`;

/** The conversation that a message is in; null for a kind of session that OpenIM does not have. */
export function conversationOf({ sessionType, sendID, recvID, groupID }: Addressed): string | null {
  if (sessionType === SINGLE) return `si_${pair(sendID, recvID)}`;
  if (sessionType === GROUP) return `sg_${groupID}`;
  return sessionType === NOTIFICATION ? `sn_${pair(sendID, recvID)}` : null;
}

const INVITED = 1509;
const ENTERED = 1510;

/** Who came into a group, as its notification tells: `{"detail": "<JSON>"}`. Nobody where it cannot be read. */
export function membersAdded(contentType: number, content: string): readonly string[] {
  if (contentType !== INVITED && contentType !== ENTERED) return [];
  const detail = objectIn(objectIn(content)?.detail);
  const invited = Array.isArray(detail?.invitedUserList) ? detail.invitedUserList : [];
  return [...invited, detail?.entrantUser].flatMap((member: { userID?: unknown } | null | undefined) =>
    typeof member?.userID === 'string' && member.userID !== '' ? [member.userID] : [],
  );
}

function objectIn(text: unknown): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : null;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
