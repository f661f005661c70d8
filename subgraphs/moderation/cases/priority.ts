import type { FlagReason } from '../../kit/flags.ts';

/** What a reason weighs by itself: how much harm an hour of waiting may do. */
export const SEVERITY: Readonly<Record<FlagReason, number>> = {
  SELF_HARM: 90,
  ILLEGAL: 80,
  VIOLENCE: 70,
  SEXUAL: 60,
  HATE: 60,
  HARASSMENT: 50,
  IMPERSONATION: 40,
  SPAM: 30,
  OTHER: 20,
};

/** Points that an hour of waiting adds: whatever is reported is looked at some day. */
const PER_HOUR = 0.25;
const HOUR = 3_600_000;
/** Ages are counted from here, so that the order of two cases stays what it is while they wait. */
const EPOCH = Date.UTC(2026, 0, 1);

/** What somebody's report was worth in the past: 0 to 1; 0.5 for who never had one decided. */
export const trustOf = ({ acted, notActed }: { acted: number; notActed: number }): number =>
  (acted + 1) / (acted + notActed + 2);

/** One report: the reason's severity, less where its author was mostly wrong; a newcomer is believed. */
export const weightOf = (reason: FlagReason, trust: number): number => SEVERITY[reason] * Math.min(1, 0.5 + trust);

export interface Urgency {
  /** The heaviest report or flag. */
  readonly worst: number;
  /** The trust of all reporters, summed: ten who are mostly right weigh more than ten who are not. */
  readonly voices: number;
  /** How many people it reaches. */
  readonly reach: number;
}

/** What is at stake, without the waiting: 20 to 90 for the worst, and both others by their order of magnitude. */
const stakeOf = ({ worst, voices, reach }: Urgency): number =>
  worst + 10 * Math.log2(1 + voices) + 5 * Math.log10(Math.max(1, reach));

/** What the queue is sorted by, higher first. It does not change by itself, so it is kept with the case. */
export const rankOf = (urgency: Urgency, openedAt: Date): number =>
  stakeOf(urgency) - (PER_HOUR * (openedAt.getTime() - EPOCH)) / HOUR;

/** The same as a number that means something: what is at stake, and a quarter of a point for each hour of waiting. */
export const priorityOf = (rank: number, now: number): number =>
  Math.round((rank + (PER_HOUR * (now - EPOCH)) / HOUR) * 100) / 100;
