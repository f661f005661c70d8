import { Fault, type FaultDetails } from '../../kit/fault.ts';
import type { FaultReason } from '../../kit/faults.ts';
import { RULES, type Rule } from './codes.ts';

/** What OpenIM said when it refused. `errMsg` and `errDlt` are as they came: not for clients. */
export interface Refusal {
  readonly errCode: number;
  readonly errMsg: string;
  readonly errDlt: string;
}

/**
 * What became of a call that failed. `refused`: OpenIM says that it did nothing. `unsent`: it never heard of it.
 * `unknown`: it may have done it; only what is safe to repeat may be repeated.
 */
export type Outcome = 'refused' | 'unsent' | 'unknown';

/** A call to OpenIM that failed, as a client may see it. */
export class UpstreamFault extends Fault {
  readonly outcome: Outcome;
  readonly refusal: Refusal | null;

  constructor(
    reason: FaultReason,
    outcome: Outcome,
    more: { details?: FaultDetails; refusal?: Refusal; cause?: unknown },
  ) {
    super(reason, more.details, more.cause);
    this.outcome = outcome;
    this.refusal = more.refusal ?? null;
  }
}

/** 1501 expired, 1503 malformed, 1504 and 1505 signature or clock, 1506 kicked, 1507 unknown. */
export const TOKEN_CODES: ReadonlySet<number> = new Set([1501, 1502, 1503, 1504, 1505, 1506, 1507]);
export const KICKED = 1506;

const OURS: Rule = { reason: 'UPSTREAM_ERROR' };

/** The row for a refusal. An unknown code is our fault, and so is whatever is wrong with the admin's own token. */
function ruleFor({ errCode, errMsg, errDlt }: Refusal, kind: 'admin' | 'user'): Rule {
  const said = `${errMsg}\n${errDlt}`;
  const rule = RULES[errCode]?.find(({ when }) => when?.test(said) ?? true) ?? OURS;
  return kind === 'admin' && rule.aboutToken ? OURS : rule;
}

export interface Refused {
  readonly refusal: Refusal;
  readonly operationID: string;
  readonly kind: 'admin' | 'user';
  readonly production: boolean;
}

export function refusedFault({ refusal, operationID, kind, production }: Refused): UpstreamFault {
  const { reason, details } = ruleFor(refusal, kind);
  const openim = {
    errCode: refusal.errCode,
    errMsg: shown(refusal.errMsg),
    operationID,
    ...(production ? {} : { errDlt: shown(refusal.errDlt) }),
  };
  const why = reason === 'RULE_REFUSED' ? { why: openim.errMsg } : {};
  return new UpstreamFault(reason, 'refused', { details: { ...why, ...details, operationID, openim }, refusal });
}

/** OpenIM puts Go's call chain, paths of its sources, addresses and URLs of its own network into its texts. */
export const shown = (text: string): string =>
  (text.split(/ \| -> |\n/)[0] ?? '')
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '…')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b|\[[0-9a-f:.]{3,}\](:\d+)?/gi, '…')
    .replace(/\b[\w-]+(\.[\w-]+)*:\d{2,5}\b/g, '…')
    .replace(/(?<!\w)\/[\w.@-]+(\/[\w.@-]+)+(:\d+)?/g, '…')
    .replace(/adminUserID=\[[^\]]*\]/g, 'adminUserID=…')
    .slice(0, 300);
