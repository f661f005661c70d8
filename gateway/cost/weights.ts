import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { spellingOf } from '../policy/directives.ts';

/** How long a list will be: `@listSize`. */
export interface ListSize {
  /** Where none of the arguments says. */
  readonly assumed: number | null;
  /** Arguments that say it; the largest counts. */
  readonly slicing: readonly string[];
  /** Fields of the answered object that are so long; none: the field itself is the list. */
  readonly sized: readonly string[];
}

export interface FieldWeight {
  /** Null: as much as its type. */
  readonly weight: number | null;
  /** Of arguments that are given. */
  readonly arguments: ReadonlyMap<string, number>;
  readonly size: ListSize | null;
}

/** What the supergraph says of costs. Objects weigh 1 and values nothing where it says nothing. */
export interface Weights {
  /** By `Type.field`. */
  readonly fields: ReadonlyMap<string, FieldWeight>;
  /** By name. */
  readonly types: ReadonlyMap<string, number>;
}

export function readWeights(supergraph: DocumentNode): Weights {
  const cost = spellingOf(supergraph, 'cost', 'cost');
  const listSize = spellingOf(supergraph, 'cost', 'listSize');
  const weightIn = (directives: readonly ConstDirectiveNode[] | undefined): number | null =>
    numberIn(
      directives?.find(({ name }) => name.value === cost),
      'weight',
    );
  const fields = new Map<string, FieldWeight>();
  const types = new Map<string, number>();

  const readField = ({ arguments: taken = [], directives = [] }: FieldDefinitionNode): FieldWeight | null => {
    const weighed = taken.flatMap((each): [string, number][] => {
      const weight = weightIn(each.directives);
      return weight === null ? [] : [[each.name.value, weight]];
    });
    const weight = weightIn(directives);
    const size = sizeOf(directives.find(({ name }) => name.value === listSize));
    if (weight === null && size === null && weighed.length === 0) return null;
    return { weight, arguments: new Map(weighed), size };
  };

  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const type = definition.name.value;
    const weight = weightIn(definition.directives);
    if (weight !== null) types.set(type, weight);
    for (const field of definition.fields ?? []) {
      const read = readField(field);
      if (read !== null) fields.set(`${type}.${field.name.value}`, read);
    }
  }
  return { fields, types };
}

function sizeOf(node: ConstDirectiveNode | undefined): ListSize | null {
  if (node === undefined) return null;
  return {
    assumed: numberIn(node, 'assumedSize'),
    slicing: namesIn(node, 'slicingArguments'),
    sized: namesIn(node, 'sizedFields'),
  };
}

const given = (node: ConstDirectiveNode | undefined, argument: string): unknown => {
  const value = node?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value === undefined ? null : valueFromASTUntyped(value);
};

function numberIn(node: ConstDirectiveNode | undefined, argument: string): number | null {
  const value = given(node, argument);
  return typeof value === 'number' ? value : null;
}

function namesIn(node: ConstDirectiveNode, argument: string): string[] {
  const value = given(node, argument);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
