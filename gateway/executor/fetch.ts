import type { FetchNode, ResponsePath } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLFormattedError, Kind, parse, valueFromASTUntyped } from 'graphql';
import { failureOf, SubgraphFailed, toldBy } from './errors.ts';
import { type Concrete, type Data, isObject, merge, own, put } from './objects.ts';
import { objectsAt, type Path, pathsAt } from './places.ts';
import { compileRequires, type Represent } from './representation.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run, Step, World } from './run.ts';

/** What a fetch asks, and where its answer goes. */
interface Compiled {
  readonly serviceName: string;
  readonly path: ResponsePath;
  readonly ask: (run: Run, more: Data | null) => Promise<Answer>;
  readonly arrive: (value: unknown) => void;
  readonly concrete: Concrete;
}

export interface Answer {
  readonly data: Data | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** One fetch of the plan. Its failure costs what it was for: it is told, and what was fetched besides stays. */
export function compileFetch(node: FetchNode, path: ResponsePath, world: World): Step {
  const { serviceName, requires } = node;
  const compiled = {
    serviceName,
    path,
    ask: questionOf(node),
    arrive: compileRewrites(node.outputRewrites, world.schema),
    concrete: world.concrete,
  };
  const step = requires === undefined ? roots(compiled) : entities(compiled, representing(node, world));
  return async (run) => {
    try {
      await step(run);
    } catch (error) {
      run.errors.push(failureOf(serviceName, error));
    }
  };
}

function questionOf({ operation: query, operationDocumentNode: document = parse(query), ...node }: FetchNode) {
  const { serviceName, operationName, variableUsages = [] } = node;
  return asking({ serviceName, query, document, operationName, variableUsages });
}

interface Asking {
  readonly serviceName: string;
  readonly document: DocumentNode;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variableUsages: readonly string[];
}

/** How a subgraph is asked this, with those of the client's variables that it uses, and `more`. */
export function asking({ serviceName, document, query, operationName, variableUsages }: Asking): Compiled['ask'] {
  const defaults = defaultsOf(document);
  return async ({ variables: given, context, sources }, more) => {
    const source = sources.get(serviceName);
    if (source === undefined) throw new SubgraphFailed(`There is no subgraph "${serviceName}".`);
    const variables: Data = { ...defaults };
    for (const name of variableUsages) {
      const value = own(given, name);
      if (value !== undefined) put(variables, name, value);
    }
    if (more !== null) Object.assign(variables, more);
    return source.ask({ document, query, operationName, variables, context });
  };
}

/** Given along: not every execution gives a variable that may not be null its default. */
function defaultsOf({ definitions }: DocumentNode): Data {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const defaults: Data = {};
  for (const { variable, defaultValue } of operation?.variableDefinitions ?? [])
    if (defaultValue !== undefined) put(defaults, variable.name.value, valueFromASTUntyped(defaultValue));
  return defaults;
}

function roots({ serviceName, path, ask, arrive, concrete }: Compiled): Step {
  return async (run) => {
    const places = objectsAt(run.data, path);
    if (places.length === 0) return;
    const { data, errors = [] } = await ask(run, null);
    if (data !== null) {
      arrive(data);
      for (const place of places) merge(place, data, concrete);
    }
    for (const error of errors) run.errors.push(toldBy(serviceName, error, error.path && [...path, ...error.path]));
  };
}

export function representing({ requires = [], inputRewrites }: FetchNode, world: World): Represent {
  const represent = compileRequires(requires, world);
  const leave = compileRewrites(inputRewrites, world.schema);
  return (entity) => {
    const representation = represent(entity);
    if (representation === null || !own(representation, '__typename')) return null;
    leave(representation);
    return representation;
  };
}

/** The planner knows one entity per place in the answer: fifty messages of five people are five people, asked once. */
interface Distinct {
  readonly representations: readonly Data[];
  /** Which places, by their number, each of them stands for. */
  readonly places: readonly (readonly number[])[];
}

function distinct(entities: readonly Data[], represent: Represent): Distinct {
  const known = new Map<string, number[]>();
  const representations: Data[] = [];
  for (let place = 0; place < entities.length; place += 1) {
    const representation = represent(entities[place] as Data);
    if (representation === null) continue;
    const key = JSON.stringify(representation);
    const places = known.get(key);
    if (places !== undefined) {
      places.push(place);
      continue;
    }
    known.set(key, [place]);
    representations.push(representation);
  }
  return { representations, places: [...known.values()] };
}

function entities({ serviceName, path, ask, arrive, concrete }: Compiled, represent: Represent): Step {
  return async (run) => {
    const targets = objectsAt(run.data, path);
    const { representations, places } = distinct(targets, represent);
    if (representations.length === 0) return;
    const { data, errors = [] } = await ask(run, { representations });
    if (errors.length > 0) tell({ run, serviceName, path, places }, errors);
    if (data === null) return;
    const received = data._entities;
    if (!Array.isArray(received) || received.length !== representations.length)
      throw new SubgraphFailed(`Asked for ${representations.length} entities, the subgraph answered otherwise.`);
    for (let at = 0; at < received.length; at += 1) {
      const entity: unknown = received[at];
      if (!isObject(entity)) continue;
      const [first = 0, ...others] = places[at] ?? [];
      // Asked for by what it is, it need not say it again.
      entity.__typename ??= targets[first]?.__typename;
      arrive(entity);
      merge(targets[first] as Data, entity, concrete);
      for (const place of others) merge(targets[place] as Data, entity, concrete);
    }
  };
}

interface Telling {
  readonly run: Run;
  readonly serviceName: string;
  readonly path: ResponsePath;
  readonly places: Distinct['places'];
}

/** What went wrong with one entity went wrong wherever it stands. */
function tell({ run, serviceName, path, places }: Telling, errors: readonly GraphQLFormattedError[]): void {
  const trails = pathsAt(run.data, path);
  for (const error of errors) {
    const [root, entity, ...rest] = error.path ?? [];
    const stands = root === '_entities' && typeof entity === 'number' ? places[entity] : undefined;
    if (stands === undefined) run.errors.push(toldBy(serviceName, error, error.path && [...path, ...error.path]));
    else
      for (const place of stands)
        run.errors.push(toldBy(serviceName, error, [...((trails[place] ?? path) as Path), ...rest]));
  }
}
