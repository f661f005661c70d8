import type { DocumentNode, GraphQLResolveInfo } from 'graphql';
import type { ChangeFeed } from '../../subgraphs/kit/changes.ts';
import { badInput, Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import type { Policy } from '../policy/policy.ts';
import { refusalOf } from '../policy/requirement.ts';
import type { LiveEvent } from './answer.ts';
import type { Ask } from './ask.ts';
import type { Caller } from './caller.ts';
import { LIVE_FIELDS, type LiveField, MOST_KEYS } from './fields.ts';
import { openStream } from './stream.ts';
import type { Tail } from './tail.ts';
import type { Told } from './waiting.ts';

/** ms between two looks at whether a stream that tells nothing may go on. */
const LOOK_MS = 15_000;

export interface SourceParts {
  readonly given: Readonly<Record<string, unknown>>;
  readonly info: GraphQLResolveInfo;
  readonly policy: Policy;
  readonly document: DocumentNode;
  readonly caller: Caller;
  readonly sourceOf: (feed: string) => { feed: ChangeFeed; tail: Tail };
  readonly ask: Ask;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Called once, at the stream's end. */
  readonly leave: () => void;
}

/** The events of one subscription. Whoever loses their right is told so by the last of them, which is an error. */
export async function beginStream(parts: SourceParts): Promise<AsyncIterable<LiveEvent | Fault>> {
  const { given, info, caller, sourceOf, leave } = parts;
  const allowed = allowance(parts);
  const field = LIVE_FIELDS[info.fieldName];
  if (field === undefined) throw new Fault('INTERNAL');
  await allowed();
  const after = (given.after as string | null | undefined) ?? null;
  const stream = await openStream({ ...sourceOf(field.feed), keys: keysOf(field, given), after, ready: caller.ready });

  let refusal: Fault | null = null;
  const looking = setInterval(() => {
    allowed().catch((error: unknown) => {
      refusal = faultOf(error, caller);
      stream.end();
    });
  }, LOOK_MS).unref();
  const end = (): void => {
    clearInterval(looking);
    stream.end();
    leave();
  };

  async function next(): Promise<LiveEvent | Fault | null> {
    const told = await stream.next();
    if (told === null) {
      const last = refusal;
      refusal = null;
      return last;
    }
    try {
      return eventOf(told, await allowed(), parts);
    } catch (error) {
      return faultOf(error, caller);
    }
  }

  const iterator: AsyncIterator<LiveEvent | Fault> = {
    async next() {
      const value = await next();
      if (value === null || value instanceof Fault) end();
      return value === null ? { done: true, value: undefined } : { done: false, value };
    },
    async return() {
      end();
      return { done: true, value: undefined };
    },
    async throw(error) {
      end();
      throw error;
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

function keysOf({ key }: LiveField, given: SourceParts['given']): ReadonlySet<string> | null {
  if (key === null) return null;
  const keys = new Set([given[key]].flat().map(String));
  if (keys.size === 0 || keys.size > MOST_KEYS) throw badInput(key, `1 to ${MOST_KEYS} ids are expected`);
  return keys;
}

/** Who may have the next event; rejects when it is nobody any more. */
function allowance({ info, policy, document, caller }: SourceParts): () => Promise<Viewer> {
  const { guarded } = policy.read(document);
  const asked = info.fieldNodes.flatMap((node) => guarded.get(node) ?? []);
  return async () => {
    const viewer = await caller.standing().catch((error: unknown) => {
      if (error instanceof Fault) caller.lost(error);
      throw error;
    });
    const refusal = refusalOf(asked, viewer);
    if (refusal !== null) throw refusal;
    return viewer;
  };
}

function faultOf(error: unknown, { log }: Caller): Fault {
  if (error instanceof Fault) return error;
  log.error({ err: error }, 'unexpected error in a stream');
  return new Fault('INTERNAL');
}

function eventOf(told: Told, viewer: Viewer, { ask, variables, caller }: SourceParts): LiveEvent {
  return {
    ...told,
    ask(question, key) {
      const used = Object.entries(variables).filter(([name]) => question.variables.has(name));
      return ask(question, { ...Object.fromEntries(used), [question.key]: key }, { caller, viewer });
    },
  };
}
