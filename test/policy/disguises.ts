import type { Route } from './routes.ts';

/** The selection at the end of a route, by the key that each field has in the answer. */
export type Selection = ReadonlyMap<string, string>;

export type Disguise = (route: Route, selection: Selection) => string;

const fieldsIn = (selection: Selection): string =>
  Array.from(selection, ([key, field]) => `${key}: ${field}`).join(' ');

/** Steps have the keys `s0`, `s1`, … in every disguise, so that answers can be read alike. */
const walk = (route: Route, inner: string, step: (call: string, to: string, inner: string) => string): string =>
  route.steps.reduceRight((rest, { call, to }, at) => step(`s${at}: ${call}`, to, rest), inner);

const plain: Disguise = (route, selection) =>
  `${route.operation} { ${walk(route, fieldsIn(selection), (call, to, inner) => `${call} { ... on ${to} { ${inner} } }`)} }`;

/** Every step in a fragment of its own. */
const named: Disguise = (route, selection) => {
  const root = route.operation === 'query' ? 'Query' : 'Mutation';
  const types = [root, ...route.steps.map(({ to }) => to)];
  const fragments = types.map((type, at) => {
    const next = route.steps[at];
    const inner = next === undefined ? fieldsIn(selection) : `s${at}: ${next.call} { ...F${at + 1} }`;
    return `fragment F${at} on ${type} { ${inner} }`;
  });
  return `${route.operation} Disguised { ...F0 } ${fragments.join(' ')}`;
};

/** Conditions that always hold, fragments without a type, a second operation that is not run. */
const wrapped: Disguise = (route, selection) => {
  const inner = walk(
    route,
    `... @include(if: $yes) { ... @skip(if: $no) { ${fieldsIn(selection)} } }`,
    (call, to, rest) =>
      `__typename ${call} @skip(if: $no) { __typename ... on ${to} @include(if: $yes) { ... { ${rest} } } }`,
  );
  return `${route.operation} Disguised($yes: Boolean = true, $no: Boolean! = false) { ... { ${inner} } } query Other { __typename }`;
};

/** The same field twice under one key, as answers are merged. */
const doubled: Disguise = (route, selection) => {
  const once = walk(route, fieldsIn(selection), (call, to, inner) => `${call} { ... on ${to} { ${inner} } }`);
  return `${route.operation} { ${once} ... { ${once} } }`;
};

export const DISGUISES: Readonly<Record<string, Disguise>> = { plain, named, wrapped, doubled };
