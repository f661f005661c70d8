import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { Fault } from '../subgraphs/kit/fault.ts';

/** Lexical tokens of a document; parsing stops there. All screens of a chat product in one document have some 1,700. */
export const MOST_TOKENS = 2_500;
/** Introspection, the deepest thing that tools ask, goes 15 deep. */
const MOST_DEPTH = 24;
/** Fields with every fragment written out where it is spread. */
const MOST_FIELDS = 3_000;

interface Extent {
  readonly depth: number;
  readonly fields: number;
}

/** Refuses documents that would cost too much before they are planned (QUERY_TOO_LARGE), and names that are GraphQL's. */
export function limitRule(context: ValidationContext): ASTVisitor {
  const ofFragments = new Map<string, Extent>();

  const ofFragment = (fragment: FragmentDefinitionNode): Extent => {
    const known = ofFragments.get(fragment.name.value);
    if (known !== undefined) return known;
    // A fragment in a ring spreads itself: another rule refuses it, here it must only come to an end.
    ofFragments.set(fragment.name.value, { depth: 0, fields: 0 });
    const extent = ofSelections(fragment.selectionSet);
    ofFragments.set(fragment.name.value, extent);
    return extent;
  };

  const ofSelections = (set: SelectionSetNode): Extent => {
    let depth = 0;
    let fields = 0;
    for (const selection of set.selections) {
      let inner: Extent = { depth: 0, fields: 0 };
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = context.getFragment(selection.name.value);
        if (fragment) inner = ofFragment(fragment);
      } else {
        if (selection.selectionSet) inner = ofSelections(selection.selectionSet);
        if (selection.kind === Kind.FIELD) inner = { depth: inner.depth + 1, fields: inner.fields + 1 };
      }
      depth = Math.max(depth, inner.depth);
      fields += inner.fields;
    }
    return { depth, fields };
  };

  return {
    OperationDefinition: ({ selectionSet }) => {
      const { depth, fields } = ofSelections(selectionSet);
      if (depth > MOST_DEPTH) context.reportError(tooLarge(`it is ${depth} levels deep, ${MOST_DEPTH} are the most`));
      if (fields > MOST_FIELDS)
        context.reportError(tooLarge(`it selects ${fields} fields, ${MOST_FIELDS} are the most`));
    },
    Field: ({ alias }) => {
      if (alias?.value.startsWith('__'))
        context.reportError(new Fault('QUERY_INVALID', { detail: 'names that begin with "__" are GraphQL\'s own' }));
    },
  };
}

const tooLarge = (detail: string): Fault => new Fault('QUERY_TOO_LARGE', { detail });
