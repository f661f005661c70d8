import type { GraphQLFormattedError } from 'graphql';
import { Agent } from 'undici';
import { isObject } from '../executor/objects.ts';
import type { Question, Source, SourceAnswer } from '../executor/source.ts';

const CONNECT_MS = 3_000;
const CONNECTIONS = 128;
/** Bytes of one answer. */
const ANSWER_LIMIT = 64 * 1024 * 1024;

/** A subgraph that was asked and gave no answer of GraphQL; neither its address nor what it said are for clients. */
class SubgraphUnanswered extends Error {
  override readonly name = 'SubgraphUnanswered';
  constructor(because: string, cause?: unknown) {
    super(`The subgraph gave no answer: ${because}`, { cause });
  }
}

/** Subgraphs behind HTTP, over connections that are kept. */
export interface Remote {
  source(url: string): Source;
  stop(): Promise<void>;
}

export function createRemote(): Remote {
  const agent = new Agent({
    connections: CONNECTIONS,
    connect: { timeout: CONNECT_MS },
    maxResponseSize: ANSWER_LIMIT,
    allowH2: false,
  });
  return {
    source: (url) => ({ ask: (question) => ask(agent, new URL(url), question) }),
    stop: () => agent.destroy(),
  };
}

async function ask(agent: Agent, { origin, pathname, search }: URL, question: Question): Promise<SourceAnswer> {
  const { query, operationName, variables, context } = question;
  const { statusCode, body } = await agent
    .request({
      origin,
      path: pathname + search,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ query, variables, ...(operationName === undefined ? {} : { operationName }) }),
      signal: context.scope.signal,
    })
    .catch((error: unknown) => {
      throw new SubgraphUnanswered('it could not be reached', error);
    });
  const answer = readAnswer(await body.text());
  if (answer === null) throw new SubgraphUnanswered(`status ${statusCode}, and no GraphQL in it`);
  return answer;
}

/** Null where it is none. */
function readAnswer(text: string): SourceAnswer | null {
  const answer = parsed(text);
  if (!isObject(answer)) return null;
  const { data = null, errors } = answer;
  if (data !== null && !isObject(data)) return null;
  if (!Array.isArray(errors)) return data === null ? null : { data };
  return { data, errors: errors.filter(isObject).map(readError) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readError({ message, path, extensions }: Record<string, unknown>): GraphQLFormattedError {
  return {
    message: typeof message === 'string' ? message : '',
    ...(Array.isArray(path) ? { path } : {}),
    ...(isObject(extensions) ? { extensions } : {}),
  };
}
