import { type DocumentNode, type FieldDefinitionNode, isTypeDefinitionNode, Kind } from 'graphql';

/** Who may use a field, as `schema/decisions.txt` says it. */
export interface Decision {
  /** `Type.field`, or `Type.*` for every field of the type that has no line of its own. */
  readonly coordinate: string;
  readonly who: 'everybody' | 'reached' | 'signed-in' | 'own' | 'scopes' | 'unreadable';
  /** One of these sets of scopes, whole. */
  readonly anyOf: readonly (readonly string[])[];
  /** All scopes that it names. */
  readonly scopes: readonly string[];
}

const SCOPE = /^[a-z]+:[a-z]+$/;
const WORDS = ['everybody', 'reached', 'signed-in'] as const;

/** One decision a line: a coordinate, then who; `#` begins a comment. */
export const readDecisions = (text: string): Decision[] =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map(readDecision);

function readDecision(line: string): Decision {
  const [coordinate = '', ...rest] = line.split(/\s+/);
  const said = rest.join(' ');
  const word = WORDS.find((each) => each === said);
  const decided = { coordinate, anyOf: [], scopes: [] };
  if (word !== undefined) return { ...decided, who: word };
  const choices = said.split(' or ');
  const own = choices[0] === 'own';
  const anyOf = choices.slice(own ? 1 : 0).map((all) => all.split(' and '));
  const scopes = anyOf.flat();
  if (!scopes.every((scope) => SCOPE.test(scope))) return { ...decided, who: 'unreadable' };
  return { coordinate, who: own ? 'own' : 'scopes', anyOf, scopes };
}

/** A field's own line, else its type's. */
export const decisionFor = (coordinate: string, decisions: readonly Decision[]): Decision | undefined =>
  decisions.find((each) => each.coordinate === coordinate) ??
  decisions.find((each) => each.coordinate === `${coordinate.split('.')[0]}.*`);

export interface Field {
  readonly type: string;
  readonly coordinate: string;
  readonly node: FieldDefinitionNode;
}

/** Everything that can be selected. */
export const fieldsOf = (api: DocumentNode): Field[] =>
  api.definitions.flatMap((definition) =>
    isTypeDefinitionNode(definition) && 'fields' in definition
      ? (definition.fields ?? []).flatMap((node) =>
          node.kind === Kind.FIELD_DEFINITION
            ? [{ type: definition.name.value, coordinate: `${definition.name.value}.${node.name.value}`, node }]
            : [],
        )
      : [],
  );
