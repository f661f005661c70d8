import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  parse,
  print,
  separateOperations,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Each screen of `operations.graphql`, as much of it as the API serves today; null for one of which nothing is. */
export function servedScreens(): Map<string, string | null> {
  const api = buildSchema(read('schema/api.graphql'));
  const screens = separateOperations(parse(read('test/house/operations.graphql')));
  return new Map(Object.entries(screens).map(([name, screen]) => [name, servedPart(api, screen)]));
}

function servedPart(api: GraphQLSchema, screen: DocumentNode): string | null {
  const served = withoutIdle(withoutUnknown(api, screen));
  const empty = served.definitions.some((each) => 'selectionSet' in each && each.selectionSet.selections.length === 0);
  return empty || validate(api, served).length > 0 ? null : print(served);
}

/** Without the fields and types that the API has not, and without what is left empty by that. */
function withoutUnknown(api: GraphQLSchema, document: DocumentNode): DocumentNode {
  const info = new TypeInfo(api);
  const known = visit(
    document,
    visitWithTypeInfo(info, {
      Field: { enter: () => (info.getFieldDef() ? undefined : null), leave: emptied },
      InlineFragment: {
        enter: ({ typeCondition }) => (typeCondition && !api.getType(typeCondition.name.value) ? null : undefined),
        leave: emptied,
      },
      Argument: () => (info.getArgument() ? undefined : null),
    }),
  );
  return known;
}

const emptied = ({ selectionSet }: Pick<FieldNode, 'selectionSet'>): null | undefined =>
  selectionSet?.selections.length === 0 ? null : undefined;

/** Without the fragments and variables that nothing uses any more. */
function withoutIdle(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
    FragmentSpread: ({ name }) => void used.add(name.value),
  });
  const lean = visit(document, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
    FragmentDefinition: ({ name }) => (used.has(name.value) ? undefined : null),
  });
  return lean.definitions.length === document.definitions.length ? lean : withoutIdle(lean);
}
