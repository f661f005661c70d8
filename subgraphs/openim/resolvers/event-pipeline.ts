import { validate } from 'uuid';
import type { ConsumerState, DeadEvent, EventPipeline, Replayed } from '../../kit/event-pipeline.ts';
import { badInput, Fault } from '../../kit/fault.ts';
import {
  type Connection,
  connection,
  cursorOf,
  MOST_ROWS,
  type PageArguments,
  positionOf,
  rowsAsked,
} from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { OpenIMContext } from '../context.ts';
import { recorded } from './recorded.ts';

export const eventConsumers = (_: unknown, __: unknown, { pipeline }: OpenIMContext) => pipeline.consumers();

export const EventConsumer = {
  deadLetterCount: ({ deadLetters: count }: ConsumerState) => count,
};

export async function deadLetters(
  _: unknown,
  { consumer, first, after }: PageArguments & { consumer: string },
  { pipeline }: OpenIMContext,
): Promise<Connection<DeadEvent>> {
  const rows = rowsAsked(first);
  const list = `dead letters ${consumer}`;
  const before = after == null ? null : positionOf(list, after);
  const found = await pipeline.deadLetters(consumer, { limit: rows + 1, before });
  const shown = found.slice(0, rows).map((node) => ({ cursor: cursorOf(list, node.eventID), node }));
  return connection(shown, { next: found.length > rows, previous: before !== null });
}

interface Retried {
  readonly consumer: string;
  readonly eventIDs?: readonly string[] | null;
  readonly reason: string;
}

export async function retryDeadLetters(
  _: unknown,
  { consumer, eventIDs, reason }: Retried,
  context: OpenIMContext,
): Promise<ConsumerState> {
  const why = reasonOf(reason);
  const ids = eventIDs == null ? null : idsOf(eventIDs);
  const { pipeline } = context;
  await stateOf(pipeline, consumer);
  const entry = { action: 'events.retry', target: `consumer:${consumer}`, reason: why, after: { eventIDs: ids } };
  await recorded(context, entry, () => pipeline.retry(consumer, ids));
  return stateOf(pipeline, consumer);
}

export async function dismissDeadLetters(
  _: unknown,
  { consumer, eventIDs, reason }: Retried & { readonly eventIDs: readonly string[] },
  context: OpenIMContext,
): Promise<ConsumerState> {
  const why = reasonOf(reason);
  const ids = idsOf(eventIDs);
  const { pipeline } = context;
  await stateOf(pipeline, consumer);
  const entry = { action: 'events.dismiss', target: `consumer:${consumer}`, reason: why, after: { eventIDs: ids } };
  await recorded(context, entry, () => pipeline.dismiss(consumer, ids));
  return stateOf(pipeline, consumer);
}

interface Again extends Retried {
  readonly from?: Date | null;
  readonly to?: Date | null;
}

export async function replayEvents(_: unknown, asked: Again, context: OpenIMContext): Promise<ConsumerState> {
  const { consumer, reason } = asked;
  const why = reasonOf(reason);
  const which = replayedOf(asked);
  const { pipeline } = context;
  await stateOf(pipeline, consumer);
  const entry = { action: 'events.replay', target: `consumer:${consumer}`, reason: why, after: which };
  await recorded(context, entry, () => pipeline.replay(consumer, which));
  return stateOf(pipeline, consumer);
}

function replayedOf({ eventIDs, from, to }: Again): Replayed {
  if (eventIDs != null) {
    if (from != null || to != null) throw badInput('eventIDs', 'either these or `from` and `to` are expected');
    return { eventIDs: idsOf(eventIDs) };
  }
  if (from == null) throw badInput('from', '`eventIDs`, or a time, is expected');
  if (to == null || to <= from) throw badInput('to', 'a time after `from` is expected');
  return { from, to };
}

function idsOf(ids: readonly string[]): readonly string[] {
  if (ids.length < 1 || ids.length > MOST_ROWS) throw badInput('eventIDs', `1 to ${MOST_ROWS} ids are expected`);
  if (!ids.every((id) => validate(id))) throw badInput('eventIDs', 'ids of events are expected, which are UUIDs');
  return ids;
}

async function stateOf(pipeline: EventPipeline, consumer: string): Promise<ConsumerState> {
  const state = (await pipeline.consumers()).find(({ name }) => name === consumer);
  if (state === undefined) throw new Fault('NOT_FOUND', { what: 'The consumer' });
  return state;
}
