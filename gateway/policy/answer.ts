import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FieldNode,
  type GraphQLFieldResolver,
  type OperationDefinitionNode,
} from 'graphql';
import type { Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import type { GuardedFields, Policy } from './policy.ts';
import { refusalOf } from './requirement.ts';

export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** As whom it was asked: an operation that signs somebody in is not more than it was when it came. */
  readonly viewer: Viewer;
}

/**
 * Puts the answer to a filtered document back into the shape of the document that was sent: what was refused is null
 * with its error at its path, in every row of a list, and a null that its type forbids moves up, all by GraphQL's own
 * execution, which only reads from what was already answered.
 */
export async function withRefusals(answer: ExecutionResult, asked: Asked, policy: Policy): Promise<ExecutionResult> {
  const { guarded } = policy.read(asked.document);
  const fieldResolver: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, _args, _context, info) => {
    const refusal = refusedAs(info.fieldNodes, guarded, asked.viewer);
    if (refusal !== null) throw refusal;
    return source[info.path.key];
  };
  const shaped = await execute({
    schema: policy.schema,
    document: asked.document,
    operationName: asked.operation.name?.value ?? null,
    rootValue: answer.data ?? {},
    variableValues: asked.variables,
    fieldResolver,
    typeResolver: (value) => (value as { __typename?: string }).__typename,
  });
  const errors = [...(answer.errors ?? []), ...(shaped.errors ?? [])];
  return { ...answer, data: shaped.data ?? null, ...(errors.length > 0 ? { errors } : {}) };
}

/** One key of the answer may be selected in several places; it is refused where all of them are. */
function refusedAs(nodes: readonly FieldNode[], guarded: GuardedFields, viewer: Viewer): Fault | null {
  let refusal: Fault | null = null;
  for (const node of nodes) {
    refusal = refusalOf(guarded.get(node) ?? [], viewer);
    if (refusal === null) return null;
  }
  return refusal;
}
