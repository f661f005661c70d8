import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { advance, type Lane, type Placed, readStretch } from './cursors.ts';
import { type HandedOver, handOver } from './hand-over.ts';
import { asideOf, type Patience, readDue, setAside, settle } from './set-aside.ts';

/** What happened to a consumer's events. */
export interface Delivered {
  readonly consumer: string;
  readonly handled: number;
  readonly failed: number;
  readonly dead: number;
}

export interface LaneParts {
  readonly db: Knex;
  readonly patience: Patience;
  /** No batch is begun any more. */
  readonly stopping: AbortSignal;
  /** What is under way is cut off. */
  readonly ended: AbortSignal;
  readonly log: Logger;
  onDelivered(delivered: Delivered): void;
}

/** Streams of a lane that may fail at once: past that, it is not the events, and the lane waits with them. */
const MOST_WAITING = 10;
/** Of one run: then others have their turn. */
const MOST_BATCHES = 50;
/** Transactions under way end within moments, or take long. */
const SOON_MS = [5, 10, 20, 40, 80, 160];

/** When a lane is to be run again: at once, at a time, or when it is told of something. */
export type Next = 'NOW' | Date | null;

/** Tells a consumer what is due in one shard, in order, until there is no more. One at a time runs for a lane. */
export async function runLane(lane: Lane, parts: LaneParts): Promise<Next> {
  const { db, stopping } = parts;
  let waits = 0;
  for (let batches = 0; batches < MOST_BATCHES && !stopping.aborted; batches += 1) {
    const aside = await asideOf(db, lane);
    const retried = aside.due ? await retryDue(lane, parts) : 0;
    const told = aside.streams >= MOST_WAITING ? { more: 'NO' as const, failed: 0 } : await deliverNext(lane, parts);
    if (told === 'LOST') return null;
    const { more, failed } = told;
    if (more === 'NOW' || retried > 0) continue;
    if (more === 'NO') return failed === 0 ? aside.nextAt : (await asideOf(db, lane)).nextAt;
    const wait = SOON_MS[waits];
    if (wait === undefined) return new Date(Date.now() + 1_000);
    waits += 1;
    await pause(wait);
  }
  return stopping.aborted ? null : 'NOW';
}

/** Tells what was set aside, and is due. How many events that were. */
async function retryDue(lane: Lane, parts: LaneParts): Promise<number> {
  const due = await readDue(parts.db, lane);
  if (due.length === 0) return 0;
  const result = await handOver(lane.consumer, due, { ...parts, most: MOST_WAITING });
  const { patience } = parts;
  const dead = await parts.db.transaction((on) => settle(on, lane, { ...result, patience }));
  report(lane, parts, { result, dead });
  return result.handled.length + result.failed.length;
}

async function deliverNext(
  lane: Lane,
  parts: LaneParts,
): Promise<{ readonly more: 'NOW' | 'SOON' | 'NO'; readonly failed: number } | 'LOST'> {
  const { db, patience } = parts;
  const stretch = await readStretch(db, lane);
  if (stretch === null) return 'LOST';
  const { events, from, more } = stretch;
  if (events.length === 0) return { more, failed: 0 };
  const result = await handOver(lane.consumer, events, { ...parts, most: MOST_WAITING });
  const come = result.handled.length + result.failed.length + result.behind.length;
  const to = come === events.length ? stretch.to : (events[come - 1] as Placed);
  const { failed, behind } = result;
  const move = async (on: Knex): Promise<boolean> => {
    if (!(await advance(on, lane, { from, to }))) return false;
    await setAside(on, lane, { failed, behind, patience });
    return true;
  };
  const whole = failed.length + behind.length === 0;
  if (!(await (whole ? move(db) : db.transaction(move)))) return 'LOST';
  report(lane, parts, { result, dead: 0 });
  return { more: come === events.length ? more : 'NOW', failed: failed.length };
}

/** Ids and classes of errors only. */
function report(
  { consumer }: Lane,
  { log, onDelivered }: LaneParts,
  { result, dead }: { result: HandedOver; dead: number },
): void {
  const { handled, failed } = result;
  onDelivered({ consumer: consumer.name, handled: handled.length, failed: failed.length, dead });
  for (const { event, problem } of failed)
    log.warn({ consumer: consumer.name, event: event.id, kind: event.fact.kind, problem }, 'an event was not handled');
}
