import type { Question } from '../executor/source.ts';
import { readAnswer } from '../remote/answer.ts';
import { JSON_HEADERS, type Packed, type Wire } from '../remote/wire.ts';
import { readNewViewer, writeFacts } from './facts.ts';
import type { SubgraphKeys } from './keys.ts';
import { answers, digestOf, signQuestion } from './signature.ts';

/** Our own subgraphs in processes of their own: signed questions that say for whom they are asked, signed answers. */
export const signedWire = (keys: SubgraphKeys): Wire => ({
  pack: (question, service) => pack(question, { service, keys }),
});

interface Asking {
  readonly service: string;
  readonly keys: SubgraphKeys;
}

function pack(question: Question, { service, keys }: Asking): Packed {
  const { query, operationName, variables, context } = question;
  const { scope } = context;
  const facts = writeFacts(service, scope);
  const asked = JSON.stringify({ query, variables, ...(operationName === undefined ? {} : { operationName }) });
  const body = `${asked.slice(0, -1)},"extensions":{"request":${facts}}}`;
  const digest = digestOf(body);
  return {
    // What admins read is recorded, each time that it is read.
    same: scope.viewer.kind === 'admin' ? null : body,
    letter: (path) => {
      const signed = signQuestion(keys.newest, path, digest);
      return {
        headers: { ...JSON_HEADERS, ...signed.headers, 'x-request-id': scope.id },
        body,
        read: (reply) => (answers(signed, reply) ? readAnswer(reply.text) : null),
      };
    },
    arrived: ({ extensions }) => {
      const viewer = readNewViewer(extensions);
      if (viewer !== null) scope.become(viewer);
    },
  };
}
