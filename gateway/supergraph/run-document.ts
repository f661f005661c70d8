import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  Kind,
  type TypeNode,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

type Variables = Readonly<Record<string, unknown>>;

/** Runs a document of a plan in a subgraph's schema. */
export type RunDocument = (
  document: DocumentNode,
  variables: Variables,
  contextValue: unknown,
) => ExecutionResult | Promise<ExecutionResult>;

/** GraphQL's own execution: reads the document anew each time. */
export const interpreting =
  (schema: GraphQLSchema): RunDocument =>
  (document, variableValues, contextValue) =>
    execute({ schema, document, variableValues, contextValue });

/** To compile a document costs what it saves in a few requests: what is asked but once is not. */
const OFTEN = 3;
/** As often one is asked that had to make room for others: where all are asked alike, each would throw out the next. */
const OFTEN_AGAIN = 50;
/** Compiled at a time, of all subgraphs: each takes some 50 kB, as measured over a thousand distinct operations. */
const MOST_COMPILED = 256;

/** How often each was asked that is not compiled. */
const asked = new WeakMap<DocumentNode, number>();
const compiled = new LRUCache<DocumentNode, { readonly schema: GraphQLSchema; readonly query: CompiledQuery['query'] }>(
  {
    max: MOST_COMPILED,
    disposeAfter: (_compiled, document) => void asked.set(document, OFTEN - OFTEN_AGAIN),
  },
);

/** As `interpreting`, until a document was asked a few times; then compiled, and kept while it is asked. */
export function compiling(schema: GraphQLSchema): RunDocument {
  const interpret = interpreting(schema);
  return (document, variables, contextValue) => {
    const ready = compiled.get(document);
    if (ready?.schema === schema) return settled(ready.query(undefined, contextValue, variables));
    const times = (asked.get(document) ?? 0) + 1;
    asked.set(document, times);
    if (times === OFTEN && canCompile(schema, document)) {
      const made = compileQuery(schema, document, undefined, { useExperimentalPathBasedSkipInclude: true });
      if (isCompiledQuery(made)) compiled.set(document, { schema, query: made.query });
    }
    return interpret(document, variables, contextValue);
  };
}

const canCompile = (schema: GraphQLSchema, document: DocumentNode): boolean =>
  hasPlainInputs(schema, document) && spreadsWell(document);

/**
 * graphql-jit writes code for inputs field by field: it never comes to an end of one that holds itself, and asks for
 * fields that have a default.
 */
const hasPlainInputs = (schema: GraphQLSchema, { definitions }: DocumentNode): boolean =>
  definitions
    .flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? (node.variableDefinitions ?? []) : []))
    .every(({ type }) => isPlain(schema.getType(nameOf(type)), []));

/** graphql-jit reads a fragment once, where it is met first: also where that place is left out, and the next is not. */
function spreadsWell(document: DocumentNode): boolean {
  const spread = new Map<string, { times: number; conditional: boolean }>();
  visit(document, {
    FragmentSpread: ({ name, directives = [] }) => {
      const seen = spread.get(name.value) ?? { times: 0, conditional: false };
      spread.set(name.value, { times: seen.times + 1, conditional: seen.conditional || directives.length > 0 });
    },
  });
  return [...spread.values()].every(({ times, conditional }) => times === 1 || !conditional);
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

function isPlain(type: GraphQLNamedType | undefined, within: readonly GraphQLNamedType[]): boolean {
  if (!isInputObjectType(type)) return true;
  if (within.includes(type)) return false;
  return Object.values(type.getFields()).every((field) => {
    const isOptional = !isNonNullType(field.type) || field.defaultValue === undefined;
    return isOptional && isPlain(getNamedType(field.type), [...within, type]);
  });
}

async function settled(work: ReturnType<CompiledQuery['query']>): Promise<ExecutionResult> {
  const { data, errors } = await work;
  return errors === undefined ? { data: data ?? null } : { data: data ?? null, errors: errors.map(asGraphQLError) };
}

/** graphql-jit has errors of its own, which look like GraphQL's. */
const asGraphQLError = ({ message, path, extensions, originalError }: GraphQLError): GraphQLError =>
  new GraphQLError(message, {
    ...(path === undefined ? {} : { path }),
    ...(originalError === undefined ? {} : { originalError }),
    // Those of what was thrown, where it has none by itself.
    ...(extensions === undefined ? {} : { extensions }),
  });
