import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * The operation without what these coordinates name (`Type`, `Type.field`, `Type.field(argument:)`), and without what
 * is left empty by that: selections, fragments, variables. `schema` knows all that the document asks for.
 */
export function pruned(document: DocumentNode, schema: GraphQLSchema, gone: ReadonlySet<string>): DocumentNode {
  let before: DocumentNode;
  let now = withoutFields(document, schema, gone);
  do {
    before = now;
    now = withoutHollow(before);
  } while (now !== before);
  return withoutVariables(now);
}

/** Each operation by its name, with the fragments that it uses. */
export const operationsOf = (document: DocumentNode): Readonly<Record<string, DocumentNode>> =>
  separateOperations(document);

function withoutFields(document: DocumentNode, schema: GraphQLSchema, gone: ReadonlySet<string>): DocumentNode {
  const types = new TypeInfo(schema);
  const served = (node: FieldNode): boolean => {
    const parent = types.getParentType();
    if (parent === null || parent === undefined || node.name.value === '__typename') return true;
    const name = `${parent.name}.${node.name.value}`;
    return !gone.has(name) && !node.arguments?.some((argument) => gone.has(`${name}(${argument.name.value}:)`));
  };
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => (served(node) ? undefined : null),
      InlineFragment: ({ typeCondition }) => (typeCondition && gone.has(typeCondition.name.value) ? null : undefined),
    }),
  );
}

/** Takes out what selects nothing any more; what it was in may then be empty itself. */
function withoutHollow(document: DocumentNode): DocumentNode {
  const hollow = new Set(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .filter(({ selectionSet }) => selectionSet.selections.length === 0)
      .map(({ name }) => name.value),
  );
  const used = spreadsIn(document);
  return visit(document, {
    Field: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined),
    InlineFragment: ({ selectionSet }) => (selectionSet.selections.length === 0 ? null : undefined),
    FragmentSpread: ({ name }) => (hollow.has(name.value) ? null : undefined),
    FragmentDefinition: ({ name }) => (hollow.has(name.value) || !used.has(name.value) ? null : undefined),
  });
}

function spreadsIn(document: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  visit(document, { FragmentSpread: ({ name }) => void found.add(name.value) });
  return found;
}

function withoutVariables(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return visit(document, {
    OperationDefinition: (node): OperationDefinitionNode => ({
      ...node,
      variableDefinitions: (node.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
    }),
  });
}
