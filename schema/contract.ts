import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  findBreakingChanges,
  findDangerousChanges,
  Kind,
  print,
  visit,
} from 'graphql';
import { directivesOf, isGuard } from './api-document.ts';
import { byCoordinate } from './coordinates.ts';

/** A client that leaves the argument out would get something else; other dangers (a new enum value) are growth. */
const BREAKING_DANGERS = new Set(['ARG_DEFAULT_VALUE_CHANGE']);

/** What the core contract promises and the API does not serve: coordinates, sorted. */
export function notYet(core: DocumentNode, api: DocumentNode): string[] {
  const served = new Set([...byCoordinate(api)].map(([coordinate]) => coordinate));
  return [...byCoordinate(core)]
    .map(([coordinate]) => coordinate)
    .filter((each) => !served.has(each))
    .sort();
}

/** What the API serves otherwise than the core contract says; what it does not serve yet is no breach. */
export function breaches(core: DocumentNode, api: DocumentNode): string[] {
  const promised = without(core, new Set(notYet(core, api)));
  return [...changes(promised, api), ...typesThatDiffer(promised, api), ...directivesThatDiffer(promised, api)].sort();
}

/** What GraphQL's own reference implementation calls a breaking change. */
function changes(promised: DocumentNode, api: DocumentNode): string[] {
  const [before, after] = [schemaOf(promised), schemaOf(api)];
  const dangers = findDangerousChanges(before, after).filter(({ type }) => BREAKING_DANGERS.has(type));
  return [...findBreakingChanges(before, after), ...dangers].map(({ description }) => description);
}

const schemaOf = (document: DocumentNode) => buildASTSchema(document, { assumeValidSDL: true });

/** A field that may be null and is promised never to be, or the other way round: either one changes client code. */
function typesThatDiffer(promised: DocumentNode, api: DocumentNode): string[] {
  const served = new Map([...byCoordinate(api)].map(([coordinate, node]) => [coordinate, typeOf(node)]));
  return [...byCoordinate(promised)]
    .map(([coordinate, node]) => ({ coordinate, asked: typeOf(node), given: served.get(coordinate) }))
    .filter(({ asked, given }) => asked !== given)
    .map(({ coordinate, asked, given }) => `${coordinate} is ${given}, the contract says ${asked}.`);
}

const typeOf = (node: object): string => ('type' in node ? print(node.type as never) : (node as { kind: string }).kind);

function directivesThatDiffer(promised: DocumentNode, api: DocumentNode): string[] {
  const [asked, given] = [promised, api].map((each) => directivesOf(each, (name) => isGuard(name) || name === 'oneOf'));
  const shared = [...byCoordinate(promised)].map(([coordinate]) => coordinate);
  return shared
    .map((coordinate) => ({
      coordinate,
      asked: spelled(asked?.get(coordinate)),
      given: spelled(given?.get(coordinate)),
    }))
    .filter((each) => each.asked !== each.given)
    .map((each) => `${each.coordinate} has ${each.given}, the contract says ${each.asked}.`);
}

const spelled = (directives: readonly ConstDirectiveNode[] = []): string =>
  directives.map(print).sort().join(' ') || 'no directive';

/** The part of a document that is left when these coordinates, and all that names their types, are taken out. */
function without(document: DocumentNode, gone: ReadonlySet<string>): DocumentNode {
  const coordinates = new Map<unknown, string>(
    [...byCoordinate(document)].map(([coordinate, node]) => [node, coordinate]),
  );
  const types = new Set([...gone].filter((each) => !each.includes('.')));
  return visit(document, {
    enter: (node, _key, parent) => {
      if (gone.has(coordinates.get(node) ?? '')) return null;
      // A union's member or an implemented interface: elsewhere a named type goes with the field that has it.
      const listed = node.kind === Kind.NAMED_TYPE && Array.isArray(parent);
      return listed && types.has(node.name.value) ? null : undefined;
    },
  });
}
