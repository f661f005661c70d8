import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { type DocumentNode, GraphQLError } from 'graphql';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Execute, Question } from '../executor/question.ts';
import { withRefusals } from '../policy/answer.ts';
import { withoutRefused } from '../policy/filter.ts';
import { type Policy, verdictOf } from '../policy/policy.ts';
import { faultsOfVariables } from './variables.ts';

/** Variables, then scopes, then the plan: nothing is asked of a subgraph that the first two refuse. */
export function guardedExecutor<Asked extends Question>(plan: Execute<Asked>, policy: Policy): Execute<Asked> {
  const filteredOnce = memoised();
  return async (request) => {
    const { document, operation } = request;
    if (operation === undefined) return { errors: [new Fault('OPERATION_UNKNOWN')] };
    if (operation.operation === 'subscription') return { errors: [new Fault('STREAM_ELSEWHERE')] };
    const variables = request.request.variables ?? {};
    const errors = faultsOfVariables(policy.schema, operation, variables);
    if (errors.length > 0) return { errors };
    const { viewer } = request.context.scope;
    const { guarded, introspects } = policy.read(document);
    const verdict = verdictOf(guarded, viewer);
    if (!verdict.includes('0') && !introspects) return completed(await plan(request));
    const filtered = filteredOnce(document, verdict, () => withoutRefused(document, viewer, policy));
    const answer = completed(await plan(asking(request, filtered, verdict)));
    return withRefusals(answer, { document, operation, variables, viewer }, policy);
  };
}

/** The planner keeps plans by the hash of the text: what is asked instead of a text is another text. */
const asking = <Asked extends Question>(request: Asked, document: DocumentNode, verdict: string): Asked => ({
  ...request,
  document,
  queryHash: `${request.queryHash}:${verdict}`,
});

function memoised(): (document: DocumentNode, verdict: string, filter: () => DocumentNode) => DocumentNode {
  const byDocument = new WeakMap<DocumentNode, Map<string, DocumentNode>>();
  return (document, verdict, filter) => {
    const byVerdict = byDocument.get(document) ?? new Map<string, DocumentNode>();
    byDocument.set(document, byVerdict);
    const filtered = byVerdict.get(verdict) ?? filter();
    byVerdict.set(verdict, filtered);
    return filtered;
  };
}

/** A null where a subgraph promised none is told in an extension that no client reads; here it is an error. */
function completed({ extensions, ...answer }: GatewayExecutionResult): GatewayExecutionResult {
  const broken = extensions?.valueCompletion;
  if (!Array.isArray(broken)) return answer;
  const errors = broken.map(({ message, path }: GraphQLError) => new GraphQLError(message, { path }));
  return { ...answer, errors: [...(answer.errors ?? []), ...errors] };
}
