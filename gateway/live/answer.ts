import { GraphQLError, type GraphQLFieldResolver, type GraphQLFormattedError } from 'graphql';
import { LIVE_ENTITIES } from './fields.ts';
import { type Question, questionOf, VALUE } from './question.ts';
import type { Told } from './waiting.ts';

/** What a federated query answered. */
export interface Answered {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** One event, and how its selection is asked with the rights of its moment. */
export interface LiveEvent extends Told {
  ask(question: Question, key: string): Promise<Answered>;
}

/** A stream's last word is an error; an event's own fields are its own, its entities are asked, and what they answered is read by response key. */
export const resolveEvent: GraphQLFieldResolver<unknown, unknown> = async (source, _args, _context, info) => {
  const { parentType, fieldName, path } = info;
  if (source instanceof Error) throw source;
  const entity = LIVE_ENTITIES[`${parentType.name}.${fieldName}`];
  if (entity === undefined && parentType === info.schema.getSubscriptionType()) return source;
  if (entity === undefined) return read(source, parentType.name in EVENTS ? fieldName : path.key);
  const event = source as LiveEvent;
  return event.key === null ? null : placed(await event.ask(questionOf(info, entity), event.key));
};

const EVENTS = Object.fromEntries(Object.keys(LIVE_ENTITIES).map((coordinate) => [coordinate.split('.')[0], true]));

const read = (source: unknown, key: string | number): unknown => (source as Record<string | number, unknown>)[key];

/** The value with each error where it happened: GraphQL's own execution then tells it there, and moves nulls up. */
function placed({ data, errors = [] }: Answered): unknown {
  const answer: Record<string, unknown> = { [VALUE]: data?.[VALUE] ?? null };
  for (const { message, path = [VALUE], extensions } of errors)
    put(answer, path, new GraphQLError(message, { extensions: extensions ?? {} }));
  return answer[VALUE];
}

/** At its path, or where a null has cut the path short. */
function put(answer: Record<string, unknown>, path: readonly (string | number)[], error: GraphQLError): void {
  let at: Record<string | number, unknown> = answer;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    if (typeof next !== 'object' || next === null || next instanceof Error) {
      if (next === null || next === undefined) at[key] = error;
      return;
    }
    at = next as Record<string | number, unknown>;
  }
  const last = path.at(-1);
  if (last !== undefined) at[last] = error;
}
