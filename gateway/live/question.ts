import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { LiveEntity } from './fields.ts';

/** The answer's one field. */
export const VALUE = 'value';

/** A selection as a query of its own. */
export interface Question {
  readonly query: string;
  readonly operationName: string | undefined;
  /** The variable that takes the key. */
  readonly key: string;
  /** Of the client's variables, those that the selection uses. */
  readonly variables: ReadonlySet<string>;
}

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'operation' | 'schema'>;

const asked = new WeakMap<FieldNode, Question>();

/** Written once for each selection: the same text is planned once. */
export function questionOf(info: Asked, entity: LiveEntity): Question {
  const [node] = info.fieldNodes;
  const known = node && asked.get(node);
  if (known !== undefined) return known;
  const question = write(info, entity);
  if (node !== undefined) asked.set(node, question);
  return question;
}

function write({ fieldNodes, fragments, operation, schema }: Asked, { query, argument }: LiveEntity): Question {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const spread = fragmentsIn(selections, fragments);
  const variables = variablesIn([...selections, ...spread]);
  const key = unused('key', operation);
  const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const variable: VariableNode = { kind: Kind.VARIABLE, name: name(key) };
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        ...(operation.name ? { name: operation.name } : {}),
        variableDefinitions: [
          {
            kind: Kind.VARIABLE_DEFINITION,
            variable,
            type: { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: name('ID') } },
          },
          ...(operation.variableDefinitions ?? []).filter((each) => variables.has(each.variable.name.value)),
        ],
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: [
            {
              kind: Kind.FIELD,
              alias: name(VALUE),
              name: name(query),
              arguments: [{ kind: Kind.ARGUMENT, name: name(argument), value: variable }],
              selectionSet: { kind: Kind.SELECTION_SET, selections },
            },
          ],
        },
      },
      ...spread,
    ],
  };
  return { query: print(withTypenames(document, schema)), operationName: operation.name?.value, key, variables };
}

/** Where a value may be of several types, its type is asked for: the answer is read by the client's selection again. */
function withTypenames(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  const add = (node: SelectionSetNode): SelectionSetNode | undefined =>
    isAbstractType(types.getParentType()) ? { ...node, selections: [typename, ...node.selections] } : undefined;
  return visit(document, visitWithTypeInfo(types, { SelectionSet: { leave: add } }));
}

/** What is spread in these selections, and in what they spread. */
function fragmentsIn(selections: readonly SelectionNode[], all: Asked['fragments']): readonly FragmentDefinitionNode[] {
  const found = new Set<FragmentDefinitionNode>();
  const collect = (node: SelectionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = all[name.value];
        if (fragment === undefined || found.has(fragment)) return;
        found.add(fragment);
        collect(fragment);
      },
    });
  };
  selections.forEach(collect);
  return [...found];
}

function variablesIn(nodes: readonly (SelectionNode | FragmentDefinitionNode)[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes) visit(node, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

function unused(name: string, operation: OperationDefinitionNode): string {
  const taken = operation.variableDefinitions?.some(({ variable }) => variable.name.value === name);
  return taken ? unused(`${name}_`, operation) : name;
}
