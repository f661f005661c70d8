import { type GraphQLSchema, isObjectType } from 'graphql';

/** Data on its way: what subgraphs answered, keyed by response name. */
export type Data = Record<string, unknown>;

export const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names that every object inherits: read and written with care, because clients choose response names. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

export const isInherited = (name: string): boolean => INHERITED.has(name);

export const own = (object: Data, name: string): unknown =>
  isInherited(name) && !Object.hasOwn(object, name) ? undefined : object[name];

export function put(object: Data, name: string, value: unknown): void {
  // Assigned, it would become the object's prototype.
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  else object[name] = value;
}

/** Names of types that an object can be of; what stands for an interface (`@interfaceObject`) says the interface's. */
export type Concrete = ReadonlySet<string>;

/**
 * Adds what a later fetch answered to what is there; where both have a value that cannot be added up, the later one
 * holds. Only what an object is, is not forgotten: a subgraph may know no more of it than its interface.
 */
export function merge(target: Data, source: Data, concrete: Concrete): void {
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (value === undefined) continue;
    const existing = own(target, name);
    if (existing === value) continue;
    if (isObject(existing) && isObject(value)) merge(existing, value, concrete);
    else if (Array.isArray(existing) && Array.isArray(value) && existing.length === value.length)
      mergeLists(existing, value, concrete);
    else if (name !== '__typename' || !concrete.has(String(existing)) || concrete.has(String(value)))
      put(target, name, value);
  }
}

function mergeLists(target: unknown[], source: readonly unknown[], concrete: Concrete): void {
  for (let at = 0; at < source.length; at += 1) {
    const [existing, value] = [target[at], source[at]];
    if (existing === value) continue;
    if (isObject(existing) && isObject(value)) merge(existing, value, concrete);
    else if (Array.isArray(existing) && Array.isArray(value) && existing.length === value.length)
      mergeLists(existing, value, concrete);
    else target[at] = value;
  }
}

/** One that can be changed without the other. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isObject(value)) return value;
  const copy: Data = {};
  for (const name of Object.keys(value)) put(copy, name, copyOf(value[name]));
  return copy;
}

export const concreteTypes = (schema: GraphQLSchema): Concrete =>
  new Set(
    Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .map(({ name }) => name),
  );
