import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Data, isObject, own, put } from './objects.ts';

type Rewrite = (value: unknown) => void;

const FRAGMENT = '... on ';

/** Whether an object is of a type, or of one below it; null: it does not say what it is. */
export function isOfType(schema: GraphQLSchema, object: Data, condition: string): boolean | null {
  const name = own(object, '__typename');
  if (typeof name !== 'string') return null;
  return name === condition || isBelow(schema, name, condition);
}

export function isBelow(schema: GraphQLSchema, name: string, condition: string): boolean {
  const [type, above] = [schema.getType(name), schema.getType(condition)];
  if (type === undefined || above === undefined || !('name' in type)) return false;
  if (!('getTypes' in above || 'getInterfaces' in above)) return false;
  return schema.isSubType(above as never, type as never);
}

/** What the planner changes in data on the way into, or out of, a subgraph: renamed keys and types. */
export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, schema: GraphQLSchema): Rewrite {
  const steps = (rewrites ?? []).flatMap((rewrite) => {
    const last = rewrite.path.at(-1);
    return last === undefined ? [] : [at(rewrite.path.slice(0, -1), changing(rewrite, last), schema)];
  });
  return (value) => {
    for (const step of steps) step(value);
  };
}

const changing =
  (rewrite: FetchDataRewrite, name: string): ((object: Data) => void) =>
  (object) => {
    if (rewrite.kind === 'ValueSetter') return put(object, name, rewrite.setValueTo);
    const value = own(object, name);
    if (!value) return;
    put(object, rewrite.renameKeyTo, value);
    put(object, name, undefined);
  };

function at(path: readonly string[], change: (object: Data) => void, schema: GraphQLSchema): Rewrite {
  const [first, ...rest] = path;
  const next = first === undefined ? null : at(rest, change, schema);
  const condition = first?.startsWith(FRAGMENT) ? first.slice(FRAGMENT.length) : null;
  const step: Rewrite = (value) => {
    if (Array.isArray(value)) return value.forEach(step);
    if (!isObject(value)) return;
    if (next === null || first === undefined) return change(value);
    if (condition === null) return next(own(value, first));
    // What does not say of which type it is, is what it was asked for as.
    if (isOfType(schema, value, condition) !== false) next(value);
  };
  return step;
}
