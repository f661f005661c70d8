import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { badInput } from '../../subgraphs/kit/fault.ts';
import { type Answer, openWorld, type World } from '../gateway/world.ts';
import { type Mishap, openMarket } from './market.ts';
import { type Made, operations } from './operations.ts';

const RUNS = 250;

/** The seed of what goes wrong; null: nothing does. The same for both, because it is told by the place alone. */
let seed: number | null = null;

const mishap: Mishap = (place, value) => {
  if (seed === null) return value;
  const roll = createHash('sha256').update(`${seed} ${place}`).digest().readUInt16BE() % 12;
  if (roll === 0) throw badInput('place', `nothing at ${place}`);
  return roll === 1 ? null : value;
};

let ours: World;
let theirs: World;
let schema: GraphQLSchema;

before(async () => {
  const subgraphs = openMarket({ mishap });
  ours = await openWorld({ subgraphs, executor: 'compiled' });
  theirs = await openWorld({ subgraphs, executor: 'apollo' });
  const { json } = await ours.ask(getIntrospectionQuery());
  schema = buildClientSchema(json.data);
});

after(async () => {
  await ours?.close(0);
  await theirs?.close(0);
});

interface Told {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly reason: string };
}

const errorsOf = ({ json }: Answer): readonly Told[] => json.errors ?? [];

/**
 * What was told of which field; not of which row of a list: where some rows are of no use to a subgraph, Apollo counts
 * them all the same, and names others.
 */
const kindsOf = (errors: readonly Told[]): string[] =>
  [
    ...new Set(
      errors.map(({ message, path = [], extensions }) =>
        JSON.stringify([message, path.filter((step) => typeof step === 'string'), extensions]),
      ),
    ),
  ].sort();

/** An error is told where there is nothing: at its place, or at one above it. */
function leadsToNull(data: unknown, path: readonly (string | number)[]): boolean {
  let at = data;
  for (const step of path) {
    if (at === null || at === undefined) return at === null;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at === null;
}

/** What was answered differently once: the planner makes one fragment of the two, and spreads it both times. */
const KNOWN: Made = {
  query: `query ($yes: Boolean!, $no: Boolean = false) { found @skip(if: $no) { __typename ...One @include(if: $yes) ...Other } }
    fragment One on Book { __typename title } fragment Other on Book { __typename title }`,
  variables: { yes: false, no: false },
};

/** By then a subgraph has compiled what it was asked. */
const TIMES = 4;

async function both({ query, variables }: Made): Promise<readonly [Answer, Answer]> {
  const expected = await theirs.ask(query, variables);
  for (let nth = 1; nth < TIMES; nth += 1)
    assert.deepEqual((await ours.ask(query, variables)).json.data, expected.json.data);
  return [await ours.ask(query, variables), expected];
}

const generated = (): fc.Arbitrary<Made> =>
  operations(schema).filter(({ query }) => validate(schema, parse(query)).length === 0);

/**
 * The same data, and every error that Apollo's tells. It may tell more: of a null that the schema forbids (Apollo's does
 * only where nothing else went wrong), and of what failed below a place that was null already. Where nothing failed,
 * neither tells of anything.
 */
function assertSame(one: Answer, other: Answer): void {
  assert.deepEqual(one.json.data, other.json.data);
  const [errors, expected] = [errorsOf(one), errorsOf(other)];
  const told = new Set(kindsOf(errors));
  assert.deepEqual(
    kindsOf(expected).filter((kind) => !told.has(kind)),
    [],
  );
  assert.equal(errors.length > 0, expected.length > 0, JSON.stringify(errors));
  for (const { path = [] } of errors) assert.ok(leadsToNull(one.json.data, path), JSON.stringify(path));
}

describe('the executor answers what Apollo’s does', () => {
  test('where all goes well', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(generated(), async (made) => {
        seed = null;
        const [one, other] = await both(made);
        assertSame(one, other);
        told += one.text.length;
      }),
      { numRuns: RUNS, examples: [[KNOWN]] },
    );
    assert.ok(told > RUNS * 50, 'the operations ask for something');
  });

  test('where subgraphs fail, and answer null where they may not', async () => {
    let failed = 0;
    await fc.assert(
      fc.asyncProperty(generated(), fc.nat(), async (made, roll) => {
        seed = roll;
        const [one, other] = await both(made);
        assertSame(one, other);
        failed += errorsOf(one).length;
      }),
      { numRuns: RUNS, examples: [[KNOWN, 0]] },
    );
    // About eighty, as chance has it.
    assert.ok(failed > RUNS / 10, 'something goes wrong');
  });
});
