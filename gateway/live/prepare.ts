import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { limitRule, MOST_TOKENS } from '../limits.ts';
import type { Policy } from '../policy/policy.ts';
import { suggests, withoutSuggestion } from '../policy/suggestion.ts';
import { faultsOfVariables } from '../supergraph/variables.ts';

/** An operation as a client sends it. */
export interface LiveParams {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface Prepared {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The same limits, rules and refusals as for queries. */
export function prepare(
  { query, operationName = null, variables: given }: LiveParams,
  { policy, viewer }: { policy: Policy; viewer: Viewer },
): Prepared | GraphQLError[] {
  const document = parsed(query);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Fault('OPERATION_UNKNOWN');
  if (operation.operation !== 'subscription') throw new Fault('SUBSCRIPTIONS_ONLY');
  const { schema } = policy;
  const invalid = validate(schema, document, [...specifiedRules, limitRule]);
  if (invalid.length > 0) return invalid.map((error) => refused(error, policy, viewer));
  const variables = given ?? {};
  const wrong = faultsOfVariables(schema, operation, variables);
  return wrong.length > 0 ? wrong : { document, operationName, variables };
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) throw known(error.toJSON(), 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

/** A misspelled name is corrected to what the viewer may use, and to nothing that is hidden from them. */
function refused(error: GraphQLError, policy: Policy, viewer: Viewer): GraphQLError {
  if (error instanceof Fault) return error;
  const told = error.toJSON();
  return known(suggests(told) ? withoutSuggestion(told, policy.visibleTo(viewer)) : told, 'GRAPHQL_VALIDATION_FAILED');
}

/** With the code that Apollo gives it at /graphql, which our own rows are found by. */
const known = ({ message, locations }: GraphQLFormattedError, code: string): GraphQLError =>
  new Located(message, locations, code);

/** An error whose place in the document is known by line and column only. */
class Located extends GraphQLError {
  readonly #locations: GraphQLFormattedError['locations'];

  constructor(message: string, locations: GraphQLFormattedError['locations'], code: string) {
    super(message, { extensions: { code } });
    this.#locations = locations;
  }

  override toJSON(): GraphQLFormattedError {
    return { ...super.toJSON(), ...(this.#locations ? { locations: this.#locations } : {}) };
  }
}
