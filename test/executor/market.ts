import type { RequestScope } from '../../subgraphs/kit/request.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { subgraph } from '../gateway/world.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable",
  "@external", "@inaccessible", "@requires", "@provides", "@interfaceObject", "@override"])\n`;

/** What is sold: interfaces, unions, lists of lists, nulls that may and may not be. */
const CATALOG = `${LINK}
  interface Item @key(fields: "id") { id: ID! title: String! maker: Maker tags: [[String!]] weight: Float }
  type Book implements Item @key(fields: "id") { id: ID! title: String! maker: Maker tags: [[String!]] weight: Float pages: Int! sequels: [Book!] }
  type Lamp implements Item @key(fields: "id") @key(fields: "code { maker nr }") { id: ID! title: String! maker: Maker tags: [[String!]] weight: Float code: Code! colour: Colour }
  type Code { maker: ID! nr: Int! }
  enum Colour { RED GREEN HIDDEN @inaccessible }
  type Maker @key(fields: "name") { name: String! items(first: Int = 2): [Item] best: Item! motto: String }
  union Found = Book | Lamp | Maker
  type Query { items: [Item] item(id: ID!): Item found: [Found!] strict: Item! makers: [Maker!]! shelf: [[Item]] version: String! @shareable }
  type Mutation { rename(id: ID!, title: String!): Item count: Int }
`;

/** What it costs: fields with \`@requires\`, with and without arguments. */
const PRICES = `${LINK}
  type Book @key(fields: "id") { id: ID! weight: Float @external price: Int postage: Float @requires(fields: "weight") }
  type Lamp @key(fields: "code { maker nr }") { code: Code! price: Int! bulb: Bulb! }
  type Code @shareable { maker: ID! nr: Int! }
  type Bulb { watts: Int lasts: Int! }
  type Query { cheapest: Book version: String! @shareable }
  type Mutation { discount(percent: Int!): Book }
`;

const RATED = 'id: ID! reviews(stars: Int): [Review!] rating: Float';
/** The same of every item, said once. */
const AS_INTERFACE = `type Item @interfaceObject @key(fields: "id") { ${RATED} }`;
const AS_TYPES = `interface Item { id: ID! } type Book implements Item @key(fields: "id") { ${RATED} }
  type Lamp implements Item @key(fields: "id") { ${RATED} }`;

/** Who says what of it: people. */
const OPINIONS = `${LINK}
  type Review @key(fields: "nr") { nr: ID! text: String! author: Person item: Item! }
  type Person @key(fields: "id") { id: ID! nickname: String reviews: [Review] friends: [Person!] }
  type Maker @key(fields: "name") { name: String! fans: [Person!]! }
  type Query { review(nr: ID!): Review people: [Person] }
`;

const IDS = ['b1', 'b2', 'l1', 'l2'];
const kindOf = (id: string): string => (id.startsWith('b') ? 'Book' : 'Lamp');
const nrOf = (id: string): number => Number(id.slice(1));
const makerOf = (id: string): string => (nrOf(id) === 1 ? 'acme' : 'omni');

const item = (id: string) => ({
  __typename: kindOf(id),
  id,
  title: `title of ${id}`,
  weight: nrOf(id) * 1.5,
  tags: [['a', id], [], null],
  pages: 100 + nrOf(id),
  code: { maker: makerOf(id), nr: nrOf(id) },
  colour: nrOf(id) === 1 ? 'RED' : 'GREEN',
});
const maker = (name: string) => ({ __typename: 'Maker', name, motto: name === 'acme' ? 'more' : null });
const person = (id: string) => ({ __typename: 'Person', id, nickname: id === 'p2' ? null : `nick ${id}` });
const review = (nr: string) => ({ __typename: 'Review', nr, text: `text of ${nr}` });

/** What goes wrong: asked at each field with where it is; answers the value, another one, or throws. */
export type Mishap = (place: string, value: unknown) => unknown;

type Resolve = (source: never, args: never, context: RequestScope) => unknown;

/** Puts a mishap around every resolver, and one at every field that has none. */
function troubled(name: string, mishap: Mishap, types: Record<string, Record<string, Resolve>>) {
  const wrap =
    (place: string, resolve: Resolve): Resolve =>
    (source, args, context) =>
      mishap(`${name}.${place}:${JSON.stringify(args)}`, resolve(source, args, context));
  return Object.fromEntries(
    Object.entries(types).map(([type, fields]) => [
      type,
      Object.fromEntries(
        Object.entries(fields).map(([field, resolve]) => [
          field,
          field === '__resolveReference' || field === '__resolveType' ? resolve : wrap(`${type}.${field}`, resolve),
        ]),
      ),
    ]),
  );
}

type Named = { id: string; name: string; nr: string; title: string; code: { maker: string; nr: number } };

const said = (key: keyof Named) => (source: Named) => source[key];

export interface MarketOptions {
  readonly mishap?: Mishap;
  /** Whether opinions know items as an interface only. */
  readonly interfaceObject?: boolean;
}

function catalogOf(mishap: Mishap) {
  const itemFields = {
    title: said('title'),
    maker: ({ id }: Named) => maker(makerOf(id)),
    __resolveReference: ({ id, code }: Named) =>
      item(id ?? IDS.find((each) => kindOf(each) === 'Lamp' && nrOf(each) === code.nr) ?? 'l1'),
  };
  return troubled('catalog', mishap, {
    Query: {
      items: () => [...IDS.map(item), null],
      item: (_: never, { id }: { id: string }) => (IDS.includes(id) ? item(id) : null),
      found: () => [item('b1'), maker('acme'), item('l2'), item('b1')],
      strict: () => item('l1'),
      makers: () => ['acme', 'omni'].map(maker),
      shelf: () => [[item('b1'), null, item('l1')], [], null, [item('b1')]],
      version: () => 'v1',
    },
    Mutation: {
      rename: (_: never, { id, title }: Named) => (IDS.includes(id) ? { ...item(id), title } : null),
      count: () => 7,
    },
    Item: { __resolveReference: ({ id }: Named) => item(id) },
    Book: { ...itemFields, pages: (source: { pages: number }) => source.pages, sequels: () => [item('b2')] },
    Lamp: { ...itemFields, colour: (source: { colour: string }) => source.colour },
    Maker: {
      __resolveReference: ({ name }: Named) => maker(name),
      items: ({ name }: Named, { first }: { first: number }) =>
        IDS.filter((id) => makerOf(id) === name)
          .slice(0, first)
          .map(item),
      best: ({ name }: Named) => item(name === 'acme' ? 'b1' : 'l2'),
      motto: (source: { motto: string }) => source.motto,
    },
  } as never);
}

function pricesOf(mishap: Mishap) {
  return troubled('prices', mishap, {
    Query: { cheapest: () => ({ id: 'b2' }), version: () => 'v1' },
    Mutation: { discount: () => ({ id: 'b1' }) },
    Book: {
      __resolveReference: (reference: Named) => reference,
      price: ({ id }: Named) => nrOf(id) * 10,
      postage: ({ weight }: { weight: number }) => (weight ?? Number.NaN) * 2,
    },
    Lamp: {
      __resolveReference: (reference: Named) => reference,
      price: ({ code }: Named) => code.nr * 7,
      bulb: ({ code }: Named) => ({ watts: code.nr === 1 ? 40 : null, lasts: code.nr }),
    },
  } as never);
}

function opinionsOf(mishap: Mishap, interfaceObject: boolean) {
  const rated = {
    __resolveReference: ({ id }: Named) => ({ id }),
    reviews: ({ id }: Named) => [review(`${id}r1`), review(`${id}r2`)],
    rating: ({ id }: Named) => nrOf(id) / 2,
  };
  return troubled('opinions', mishap, {
    Query: { review: (_: never, { nr }: Named) => review(nr), people: () => [person('p1'), null, person('p2')] },
    ...(interfaceObject ? { Item: rated } : { Book: rated, Lamp: rated }),
    Review: {
      __resolveReference: ({ nr }: Named) => review(nr),
      text: (source: { text: string }) => source.text,
      author: ({ nr }: Named) => person(nr.endsWith('1') ? 'p1' : 'p2'),
      item: ({ nr }: Named) => ({ __typename: interfaceObject ? 'Item' : kindOf(nr), id: nr.slice(0, 2) }),
    },
    Person: {
      __resolveReference: ({ id }: Named) => person(id),
      nickname: (source: { nickname: string }) => source.nickname,
      reviews: ({ id }: Named) => [review(`b1r${id.slice(1)}`), null],
      friends: ({ id }: Named) => (id === 'p1' ? [person('p2'), person('p2')] : []),
    },
    Maker: {
      __resolveReference: ({ name }: Named) => ({ name }),
      fans: () => [person('p1'), person('p2')],
    },
  } as never);
}

export function openMarket(options: MarketOptions = {}): readonly Subgraph[] {
  const { mishap = (_, value) => value, interfaceObject = false } = options;
  return [
    subgraph('openim', CATALOG, catalogOf(mishap)),
    subgraph('identity', PRICES, pricesOf(mishap)),
    subgraph('media', OPINIONS + (interfaceObject ? AS_INTERFACE : AS_TYPES), opinionsOf(mishap, interfaceObject)),
  ];
}
