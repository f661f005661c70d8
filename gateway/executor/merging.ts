import type { FetchNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type NameNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';

/** Several questions about entities as one: each asks in a field of its own, those that ask the same in one field. */
export interface MergedQuestion {
  readonly document: DocumentNode;
  readonly query: string;
  readonly variableUsages: readonly string[];
  /** The field of each, by its number. */
  readonly slots: readonly number[];
}

/** What the field of this number is called in the answer, and its variable. */
export const fieldOf = (slot: number): string => `entities_${slot}`;
export const representationsOf = (slot: number): string => `representations_${slot}`;

interface Slot {
  readonly selection: SelectionSetNode;
  readonly fragments: readonly FragmentDefinitionNode[];
}

/** Null: one of them asks for more than entities. */
export function mergeQuestions(nodes: readonly FetchNode[]): MergedQuestion | null {
  const slots = new Map<string, Slot>();
  const variables = new Map<string, VariableDefinitionNode>();
  const numbers: number[] = [];
  for (const { operation, operationDocumentNode } of nodes) {
    const asked = read(operationDocumentNode ?? parse(operation));
    if (asked === null) return null;
    const text = [asked.selection, ...asked.fragments].map(print).join('\n');
    if (!slots.has(text)) slots.set(text, asked);
    numbers.push([...slots.keys()].indexOf(text));
    for (const definition of asked.variables) variables.set(definition.variable.name.value, definition);
  }
  const document = compose([...slots.values()].map(apart), [...variables.values()]);
  return {
    document,
    query: print(document),
    variableUsages: [...new Set(nodes.flatMap(({ variableUsages = [] }) => variableUsages))],
    slots: numbers,
  };
}

function read({ definitions }: DocumentNode): (Slot & { variables: readonly VariableDefinitionNode[] }) | null {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const [operation, ...others] = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [field, ...more] = operation?.selectionSet.selections ?? [];
  if (operation === undefined || others.length > 0 || more.length > 0 || operation.directives?.length) return null;
  if (field?.kind !== Kind.FIELD || field.name.value !== '_entities' || field.alias || field.directives?.length)
    return null;
  if (field.selectionSet === undefined) return null;
  const { variableDefinitions: defined = [] } = operation;
  const variables = defined.filter(({ variable }) => variable.name.value !== 'representations');
  return { selection: field.selectionSet, fragments, variables };
}

/** Each question named its fragments by itself: in one document no two may have one name. */
function apart({ selection, fragments }: Slot, slot: number): Slot {
  if (fragments.length === 0) return { selection, fragments };
  const renamed = (node: { readonly name: NameNode }) => ({ ...node, name: name(`${node.name.value}_${slot}`) });
  const rename = { FragmentSpread: { leave: renamed }, FragmentDefinition: { leave: renamed } };
  return { selection: visit(selection, rename), fragments: fragments.map((each) => visit(each, rename)) };
}

const ANY_LIST: TypeNode = {
  kind: Kind.NON_NULL_TYPE,
  type: {
    kind: Kind.LIST_TYPE,
    type: { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: '_Any' } } },
  },
};

const compose = (slots: readonly Slot[], variables: readonly VariableDefinitionNode[]): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [
    {
      kind: Kind.OPERATION_DEFINITION,
      operation: OperationTypeNode.QUERY,
      variableDefinitions: [...slots.map((_, slot) => representations(slot)), ...variables],
      selectionSet: { kind: Kind.SELECTION_SET, selections: slots.map(entitiesField) },
    },
    ...slots.flatMap(({ fragments }) => fragments),
  ],
});

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });

const representations = (slot: number): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: { kind: Kind.VARIABLE, name: name(representationsOf(slot)) },
  type: ANY_LIST,
});

const entitiesField = ({ selection }: Slot, slot: number): FieldNode => ({
  kind: Kind.FIELD,
  alias: name(fieldOf(slot)),
  name: name('_entities'),
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: name('representations'),
      value: { kind: Kind.VARIABLE, name: name(representationsOf(slot)) },
    },
  ],
  selectionSet: selection,
});
