import { badInput } from '../../kit/fault.ts';
import type { CaseRow } from '../cases/case.ts';

export type ActionKind =
  | 'DISMISS'
  | 'WARN'
  | 'REVOKE_MESSAGE'
  | 'MUTE_MEMBER'
  | 'UNMUTE_MEMBER'
  | 'REMOVE_MEMBER'
  | 'DISMISS_GROUP'
  | 'BAN_USER'
  | 'UNBAN_USER'
  | 'STRIKE';

interface KindRow {
  /** What the case must name. */
  readonly needs: readonly ('message' | 'user' | 'group')[];
  /** Whether it has an end: it must, it may, it has none. */
  readonly until: 'must' | 'may' | 'none';
  /** Takes a consequence back; it decides nothing about the case, and may follow when that is resolved. */
  readonly reverses?: ActionKind;
  /** Done in OpenIM, a moment later and until it is done. */
  readonly inOpenIM: boolean;
}

export const KINDS: Readonly<Record<ActionKind, KindRow>> = {
  DISMISS: { needs: [], until: 'none', inOpenIM: false },
  WARN: { needs: ['user'], until: 'none', inOpenIM: true },
  REVOKE_MESSAGE: { needs: ['message'], until: 'none', inOpenIM: true },
  MUTE_MEMBER: { needs: ['user', 'group'], until: 'must', inOpenIM: true },
  UNMUTE_MEMBER: { needs: ['user', 'group'], until: 'none', reverses: 'MUTE_MEMBER', inOpenIM: true },
  REMOVE_MEMBER: { needs: ['user', 'group'], until: 'none', inOpenIM: true },
  DISMISS_GROUP: { needs: ['group'], until: 'none', inOpenIM: true },
  BAN_USER: { needs: ['user'], until: 'may', inOpenIM: false },
  STRIKE: { needs: ['user'], until: 'none', inOpenIM: false },
  UNBAN_USER: { needs: ['user'], until: 'none', reverses: 'BAN_USER', inOpenIM: false },
};

/** Whether it is something that the person may not agree with. */
export const isConsequence = (kind: ActionKind): boolean => kind !== 'DISMISS' && KINDS[kind].reverses === undefined;

/** OpenIM counts a mute in seconds, and takes more of them than a person has. */
const LONGEST_MS = 10 * 366 * 86_400_000;

export interface Wanted {
  readonly kind: ActionKind;
  readonly until: Date | null;
  readonly groupID: string | null;
  /** And a strike with it. */
  readonly strike: boolean;
}

/** Whom and what it is done to; INPUT_INVALID at the field that does not fit the case. */
export function targetOf(
  row: CaseRow,
  { kind, until, groupID, strike }: Wanted,
): { user_id: string | null; group_id: string | null } {
  const { needs, until: end } = KINDS[kind];
  const about = { message: row.subject_kind === 'MESSAGE', user: row.accused_id, group: row.group_id ?? groupID };
  for (const need of needs) if (!about[need]) throw badInput(...missing(need));
  if (row.group_id !== null && groupID !== null && groupID !== row.group_id)
    throw badInput('input.groupID', 'the group of the case is expected, or none');
  if (end === 'must' && until === null) throw badInput('input.until', 'a time is expected: when it ends');
  if (end === 'none' && until !== null) throw badInput('input.until', `nothing is expected: ${kind} has no end`);
  if (strike && (row.accused_id === null || !isConsequence(kind)))
    throw badInput('input.strike', 'no strike is expected: there is nobody to strike, or nothing to strike for');
  const left = (until?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now();
  if (until !== null && (left <= 0 || left > LONGEST_MS))
    throw badInput('input.until', 'a time within ten years from now is expected');
  return { user_id: row.accused_id, group_id: needs.includes('group') ? about.group : null };
}

const missing = (need: 'message' | 'user' | 'group'): [string, string] =>
  need === 'group'
    ? ['input.groupID', 'a group is expected: the case names none']
    : [
        'input.kind',
        need === 'message' ? 'a case about a message is expected' : 'a case that names somebody is expected',
      ];
