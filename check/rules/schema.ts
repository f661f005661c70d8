import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, isTypeDefinitionNode, Kind, parse, print, type TypeNode } from 'graphql';
import { directivesOf, isGuard } from '../../schema/api-document.ts';
import { composedFiles } from '../../schema/compose.ts';
import { breaches } from '../../schema/contract.ts';
import { byCoordinate } from '../../schema/coordinates.ts';

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** What was composed and checked in must be what the subgraphs' files compose to today. */
export function schemaDrift(folder: string): string[] {
  return Object.entries(composedFiles(folder))
    .filter(([name, text]) => readOr(join(folder, name), '') !== text)
    .map(([name]) => `schema/${name} is out of date: npm run compose.`);
}

const readOr = (path: string, otherwise: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
};

/** `before`: schema/not-yet.txt as some commit left it. */
export function notYetGrowth(now: string, before: string): string[] {
  const known = new Set(before.split('\n'));
  return now
    .split('\n')
    .filter((coordinate) => coordinate !== '' && !known.has(coordinate))
    .map((coordinate) => `schema/not-yet.txt: ${coordinate} was served before; the list only ever shrinks.`);
}

export const contractBreaches = (core: string, api: string): string[] =>
  breaches(parse(core), parse(api)).map((breach) => `schema/api.graphql: ${breach}`);

/** Everything that a client can name says what it means; the three roots are GraphQL's own. */
export const undescribed = (api: string): string[] =>
  [...byCoordinate(parse(api))]
    .filter(
      ([coordinate, node]) => !ROOTS.has(coordinate) && !('description' in node && node.description?.value.trim()),
    )
    .map(([coordinate]) => `schema/api.graphql: ${coordinate} has no description.`);

/**
 * A field that is refused becomes null at its place, so it must be allowed to: were it not, one refusal would cost
 * the viewer everything around it. Root fields are nullable for the same reason: they fail one by one. Where every way
 * to a type asks for the same already (the rows of a page), nothing is left to be refused there.
 */
export function unguardable(api: string): string[] {
  const document = parse(api);
  const guards = directivesOf(document, isGuard);
  const fields = [...fieldsOf(document)];
  const asked = ({ coordinate, type }: Field): string[] =>
    [coordinate, nameOf(type)].flatMap((each) => (guards.get(each) ?? []).map(print));
  const askedBefore = (name: string, guard: string, seen: readonly string[] = []): boolean => {
    const ways = fields.filter(({ type }) => nameOf(type) === name);
    if (seen.includes(name) || ways.length === 0) return false;
    return ways.every(
      (way) => asked(way).includes(guard) || (!way.root && askedBefore(way.owner, guard, [...seen, name])),
    );
  };
  return fields
    .filter(({ type }) => type.kind === Kind.NON_NULL_TYPE)
    .filter((field) => field.root || asked(field).some((guard) => !askedBefore(field.owner, guard)))
    .map(({ coordinate }) => `schema/api.graphql: ${coordinate} can be refused, so it must be nullable.`);
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

interface Field {
  readonly coordinate: string;
  /** The type that has it. */
  readonly owner: string;
  readonly type: TypeNode;
  readonly root: boolean;
}

function* fieldsOf(document: DocumentNode): Iterable<Field> {
  for (const definition of document.definitions) {
    if (!isTypeDefinitionNode(definition) || !('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      const name = definition.name.value;
      yield { coordinate: `${name}.${field.name.value}`, owner: name, type: field.type, root: ROOTS.has(name) };
    }
  }
}
