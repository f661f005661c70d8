import type { FetchNode, ResponsePath } from '@apollo/query-planner';
import type { GraphQLFormattedError } from 'graphql';
import { failureOf, SubgraphFailed, toldBy } from './errors.ts';
import { type Answer, asking, compileFetch, representing } from './fetch.ts';
import { fieldOf, type MergedQuestion, mergeQuestions, representationsOf } from './merging.ts';
import { copyOf, type Data, isObject, merge } from './objects.ts';
import { objectsAt, type Path, pathsAt } from './places.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run, Step, World } from './run.ts';

/** A fetch of entities, and where in the answer they stand. */
export interface EntityFetch {
  readonly node: FetchNode;
  readonly path: ResponsePath;
}

interface Part {
  readonly path: ResponsePath;
  readonly slot: number;
  readonly represent: ReturnType<typeof representing>;
  readonly arrive: (value: unknown) => void;
  /** By itself. */
  readonly alone: Step;
}

/** One entity that is asked for, and the objects that it is, by the part of the plan that they belong to. */
interface Wanted {
  readonly representation: Data;
  readonly stands: Map<Part, number[]>;
}

/** What is asked in one request, by the number of its field. */
type Slots = readonly Map<string, Wanted>[];

/** Fetches of one subgraph that are ready together, as one; each comes out as it would have by itself. */
export function compileMerged(fetches: readonly EntityFetch[], world: World): readonly Step[] {
  const question = fetches.length < 2 ? null : mergeQuestions(fetches.map(({ node }) => node));
  const parts = fetches.map(({ node, path }, at) => ({
    path,
    slot: question?.slots[at] ?? 0,
    represent: representing(node, world),
    arrive: compileRewrites(node.outputRewrites, world.schema),
    alone: compileFetch(node, path, world),
  }));
  const [first] = fetches;
  if (question === null || first === undefined) return parts.map(({ alone }) => alone);
  return [together(parts, { ...question, serviceName: first.node.serviceName, world })];
}

interface Merged extends MergedQuestion {
  readonly serviceName: string;
  readonly world: World;
}

function together(parts: readonly Part[], merged: Merged): Step {
  const ask = asking({ ...merged, operationName: undefined });
  const count = Math.max(...merged.slots) + 1;
  return async (run) => {
    const targets = new Map(parts.map((part) => [part, objectsAt(run.data, part.path)]));
    const slots: Slots = Array.from({ length: count }, () => new Map());
    const wanting = parts.filter((part) => want(part, targets.get(part) ?? [], slots));
    // One alone is asked in its own words, which the subgraph may know.
    if (wanting.length < 2) return wanting[0]?.alone(run);
    try {
      const given = slots.map((slot, at) => [
        representationsOf(at),
        [...slot.values()].map((each) => each.representation),
      ]);
      const answer = await ask(run, Object.fromEntries(given));
      const again = answer.data === null ? unblamed(wanting, answer) : [];
      tell(run, { slots, merged }, answer.errors ?? []);
      if (answer.data !== null) take(answer.data, { slots, targets, merged });
      // One field that broke took the others with it.
      await Promise.all(again.map(({ alone }) => alone(run)));
    } catch (error) {
      run.errors.push(failureOf(merged.serviceName, error));
    }
  };
}

/** Notes what a part wants to know; false: nothing. */
function want(part: Part, objects: readonly Data[], slots: Slots): boolean {
  let any = false;
  const slot = slots[part.slot];
  if (slot === undefined) return false;
  for (let place = 0; place < objects.length; place += 1) {
    const representation = part.represent(objects[place] as Data);
    if (representation === null) continue;
    any = true;
    const key = JSON.stringify(representation);
    const wanted = slot.get(key);
    const places = wanted?.stands.get(part);
    if (places !== undefined) places.push(place);
    else if (wanted !== undefined) wanted.stands.set(part, [place]);
    else slot.set(key, { representation, stands: new Map([[part, [place]]]) });
  }
  return any;
}

/** Those whose field no error names, where errors name fields at all. */
function unblamed(parts: readonly Part[], { errors = [] }: Answer): readonly Part[] {
  const blamed = new Set(errors.map(({ path }) => path?.[0]));
  return blamed.has(undefined) ? [] : parts.filter(({ slot }) => !blamed.has(fieldOf(slot)));
}

interface Taking {
  readonly slots: Slots;
  readonly targets: ReadonlyMap<Part, readonly Data[]>;
  readonly merged: Merged;
}

function take(data: Data, { slots, targets, merged }: Taking): void {
  for (const [at, slot] of slots.entries()) {
    const received = data[fieldOf(at)];
    if (!Array.isArray(received) || received.length !== slot.size)
      throw new SubgraphFailed(`Asked for ${slot.size} entities, the subgraph answered otherwise.`);
    let nth = 0;
    for (const { stands } of slot.values()) {
      const entity: unknown = received[nth];
      nth += 1;
      if (!isObject(entity)) continue;
      for (const [part, places] of stands) {
        // Later fetches may add other things to it in one place than in another.
        const own = stands.size === 1 ? entity : (copyOf(entity) as Data);
        const objects = targets.get(part) ?? [];
        const [first = 0] = places;
        // Asked for by what it is, it need not say it again.
        own.__typename ??= objects[first]?.__typename;
        part.arrive(own);
        for (const place of places) merge(objects[place] as Data, own, merged.world.concrete);
      }
    }
  }
}

/** What went wrong with one entity went wrong wherever it stands. */
function tell(run: Run, { slots, merged }: Omit<Taking, 'targets'>, errors: readonly GraphQLFormattedError[]): void {
  const { serviceName } = merged;
  const trails = new Map<Part, readonly Path[]>();
  for (const error of errors) {
    const [field, entity, ...rest] = error.path ?? [];
    const slot = slots.findIndex((_, at) => fieldOf(at) === field);
    const wanted = typeof entity === 'number' ? [...(slots[slot]?.values() ?? [])][entity] : undefined;
    if (wanted === undefined) run.errors.push(toldBy(serviceName, error, error.path));
    for (const [part, places] of wanted?.stands ?? []) {
      const trail = trails.get(part) ?? pathsAt(run.data, part.path);
      trails.set(part, trail);
      for (const place of places)
        run.errors.push(toldBy(serviceName, error, [...(trail[place] ?? (part.path as Path)), ...rest]));
    }
  }
}
