import fc from 'fast-check';
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** An operation, and values for the variables that it branches on. */
export interface Made {
  readonly query: string;
  readonly variables: { readonly yes: boolean; readonly no: boolean };
}

/** What each choice is made from: one stream of numbers, so that a failing operation can be made smaller. */
type Dice = (sides: number) => number;

const VALUES: Readonly<Record<string, readonly string[]>> = {
  'ID!': ['"b1"', '"l2"', '"gone"'],
  Int: ['1', '2', 'null'],
  'Int!': ['1', '2'],
  'String!': ['"a title"'],
};

/** Operations that the schema allows: fields, aliases, fragments on types, interfaces and unions, named ones, branches. */
export const operations = (schema: GraphQLSchema): fc.Arbitrary<Made> =>
  fc
    .record({
      rolls: fc.array(fc.nat({ max: 1 << 16 }), { minLength: 20, maxLength: 400 }),
      yes: fc.boolean(),
      no: fc.boolean(),
      mutation: fc.nat({ max: 9 }),
    })
    .map(({ rolls, yes, no, mutation }) => {
      let at = 0;
      const dice: Dice = (sides) => (rolls[at++] ?? 0) % sides;
      const kind = mutation === 0 ? 'mutation' : 'query';
      const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
      const writer = createWriter(schema, dice);
      const body = root ? writer.selection(root, 4) : '';
      return {
        query: `${kind} Made($yes: Boolean!, $no: Boolean = false) { ... @include(if: $yes) { __typename } ... @skip(if: $no) { __typename } ${body} }\n${writer.fragments.join('\n')}`,
        variables: { yes, no },
      };
    });

function createWriter(schema: GraphQLSchema, dice: Dice) {
  const fragments: string[] = [];
  let named = 0;
  const branch = (): string =>
    ['', '', '', '', ' @include(if: $yes)', ' @skip(if: $no)', ' @skip(if: false)'][dice(7)] ?? '';

  function field(definition: GraphQLField<unknown, unknown>, parent: GraphQLCompositeType, depth: number): string {
    const given = definition.args.flatMap(({ name, type }) => {
      const values = VALUES[String(type)] ?? ['null'];
      return isNonNullType(type) || dice(2) === 0 ? [`${name}: ${values[dice(values.length)]}`] : [];
    });
    const type = getNamedType(definition.type);
    const inner = isCompositeType(type) ? ` { ${selection(type, depth - 1)} }` : '';
    // One name for one question: what a field is called tells its arguments, and what it is asked of.
    const plain = given.length === 0 && dice(3) > 0;
    const alias = plain ? '' : `a_${parent.name}_${definition.name}_${given.join('').replace(/\W/g, '')}: `;
    return `${alias}${definition.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${branch()}${inner}`;
  }

  function fragment(parent: GraphQLCompositeType, depth: number): string {
    const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
    const type = [...types, parent][dice(types.length + 1)] ?? parent;
    const body = selection(type, depth);
    if (dice(3) > 0) return `... on ${type.name}${branch()} { ${body} }`;
    named += 1;
    fragments.push(`fragment F${named} on ${type.name} { ${body} }`);
    return `...F${named}${branch()}`;
  }

  function selection(type: GraphQLCompositeType, depth: number): string {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const usable = fields.filter((each) => depth > 0 || !isCompositeType(getNamedType(each.type)));
    const parts: string[] = [];
    for (let left = 1 + dice(4); left > 0; left -= 1) {
      const chosen = usable[dice(usable.length + 1)];
      if (dice(5) === 0) parts.push('__typename');
      else if (chosen !== undefined) parts.push(field(chosen, type, depth));
      if (depth > 0 && dice(4) === 0) parts.push(fragment(type, depth - 1));
    }
    return parts.length === 0 || !isObjectType(type) ? ['__typename', ...parts].join(' ') : parts.join(' ');
  }

  return { selection, fragments };
}
