import { type ExecutionResult, execute, type FieldNode, type GraphQLFieldResolver } from 'graphql';
import type { Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { introspect, withPlaceholders } from './introspection.ts';
import type { Asked, GuardedFields, Policy } from './policy.ts';
import { refusalOf } from './requirement.ts';

/**
 * Puts the answer to a filtered document back into the shape of the document that was sent: what was refused is null
 * with its error at its path, in every row of a list, and a null that its type forbids moves up, all by GraphQL's own
 * execution, which only reads from what was already answered.
 */
export async function withRefusals(answer: ExecutionResult, asked: Asked, policy: Policy): Promise<ExecutionResult> {
  const { document, operation, variables, viewer } = asked;
  const { introspects } = policy.read(document);
  const shape = introspects ? withPlaceholders(document) : document;
  const { guarded } = policy.read(shape);
  const fieldResolver: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, _args, _context, info) => {
    const refusal = refusedAs(info.fieldNodes, guarded, viewer);
    if (refusal !== null) throw refusal;
    return source[info.path.key];
  };
  const shaped = await execute({
    schema: policy.schema,
    document: shape,
    operationName: operation.name?.value ?? null,
    rootValue: answer.data ?? {},
    variableValues: variables,
    fieldResolver,
    typeResolver: (value) => (value as { __typename?: string }).__typename,
  });
  const errors = [...(answer.errors ?? []), ...(shaped.errors ?? [])];
  const data = shaped.data && introspects ? overlaid(shaped.data, introspect(asked, policy)) : shaped.data;
  return { ...answer, data: data ?? null, ...(errors.length > 0 ? { errors } : {}) };
}

/** In the order of the first, which has a placeholder for each of the second. */
const overlaid = (data: Record<string, unknown>, introspected: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(data).map((key) => [key, key in introspected ? introspected[key] : data[key]]));

/** One key of the answer may be selected in several places; it is refused where all of them are. */
function refusedAs(nodes: readonly FieldNode[], guarded: GuardedFields, viewer: Viewer): Fault | null {
  let refusal: Fault | null = null;
  for (const node of nodes) {
    refusal = refusalOf(guarded.get(node) ?? [], viewer);
    if (refusal === null) return null;
  }
  return refusal;
}
