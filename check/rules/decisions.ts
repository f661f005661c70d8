import { type ConstDirectiveNode, type DocumentNode, Kind, parse, type TypeNode, valueFromASTUntyped } from 'graphql';
import { directivesOf, isGuard } from '../../schema/api-document.ts';
import { type Decision, decisionFor, fieldsOf, readDecisions } from '../decisions.ts';

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
const FILE = 'schema/decisions.txt';

type Guards = ReadonlyMap<string, readonly ConstDirectiveNode[]>;

/** Every field has a decision of who may use it, and what guards it says the same. */
export function decisionFaults(api: string, text: string): string[] {
  const document = parse(api);
  const decisions = readDecisions(text);
  const guards = directivesOf(document, isGuard);
  const faults = fieldsOf(document).flatMap(({ coordinate, type, node }) => {
    const decision = decisionFor(coordinate, decisions);
    if (decision === undefined)
      return [`${FILE}: ${coordinate} has no decision: who may use it? A line of its own, or one for ${type}.*`];
    const guard = guardOf([type, coordinate, nameOf(node.type)], guards);
    const fault = ROOTS.has(type) ? faultOfRoot(decision, guard) : faultOfField(decision, guard);
    return fault === null ? [] : [`${FILE}: ${coordinate} ${fault}`];
  });
  return [...faults, ...staleLines(document, decisions), ...wholesale(document, decisions, guards)];
}

const faultOfRoot = (decision: Decision, guard: string): string | null =>
  decision.who === 'reached' || decision.who === 'own'
    ? 'is a way in: everybody, signed-in, or the scopes that it takes.'
    : faultOf(decision, guard);

const faultOfField = (decision: Decision, guard: string): string | null =>
  decision.who === 'everybody'
    ? 'is behind another field: reached, signed-in, own or scopes.'
    : faultOf(decision, guard);

function faultOf({ who, anyOf }: Decision, guard: string): string | null {
  if (who === 'unreadable') return 'is decided in words that nobody reads.';
  const asked = who === 'signed-in' ? who : who === 'scopes' ? spelled(anyOf) : 'nothing';
  return asked === guard ? null : `is decided to ask for ${asked}, and its directives ask for ${guard}.`;
}

/** What a field's own directive, its type's and its value's type ask for together, spelled as a decision is. */
function guardOf(coordinates: readonly string[], guards: Guards): string {
  const directives = coordinates.flatMap((coordinate) => guards.get(coordinate) ?? []);
  if (directives.length === 0) return 'nothing';
  const scoped = directives.flatMap((directive) => scopesOf(directive));
  if (scoped.length === 0) return 'signed-in';
  return spelled(scoped.reduce((some, more) => some.flatMap((all) => more.map((also) => [...all, ...also])), [[]]));
}

const scopesOf = ({ arguments: given = [] }: ConstDirectiveNode): string[][][] =>
  given.filter(({ name }) => name.value === 'scopes').map(({ value }) => valueFromASTUntyped(value) as string[][]);

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

const spelled = (anyOf: readonly (readonly string[])[]): string =>
  anyOf
    .map((all) => [...new Set(all)].toSorted().join(' and '))
    .toSorted()
    .join(' or ');

function staleLines(api: DocumentNode, decisions: readonly Decision[]): string[] {
  const known = new Set(fieldsOf(api).flatMap(({ coordinate, type }) => [coordinate, `${type}.*`]));
  return decisions
    .map(({ coordinate }) => coordinate)
    .filter((coordinate, at, all) => !known.has(coordinate) || all.indexOf(coordinate) !== at)
    .map((coordinate) => `${FILE}: ${coordinate} is nothing that is served, or stands there twice.`);
}

/** One line for a whole type would decide for fields that nobody has thought of; a guard on the type covers them. */
function wholesale(api: DocumentNode, decisions: readonly Decision[], guards: Guards): string[] {
  const careful = fieldsOf(api)
    .filter(({ coordinate }) => (decisionFor(coordinate, decisions)?.scopes.length ?? 0) > 0)
    .map(({ type }) => type)
    .filter((type) => !guards.has(type));
  const split = new Set([...ROOTS, ...careful]);
  return decisions
    .filter(({ coordinate }) => coordinate.endsWith('.*') && split.has(coordinate.slice(0, -2)))
    .map(({ coordinate }) => `${FILE}: ${coordinate}: some of its fields take scopes, so each needs its own line.`);
}
