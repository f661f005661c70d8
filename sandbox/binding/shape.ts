import { NumberLiteral } from './go-json.ts';
import { BadBody, TypeMismatch } from './mismatch.ts';

/** How one Go type reads JSON: its zero value, its name in error texts, its decoder. */
export interface Shape<T> {
  readonly goType: string;
  readonly zero: T;
  decode(json: unknown): T;
}
export type Infer<S> = S extends Shape<infer T> ? T : never;
type Fields = Record<string, Shape<unknown>>;
type Message<F extends Fields> = { [K in keyof F]: Infer<F[K]> };

const kindOf = (json: unknown): string => {
  if (Array.isArray(json)) return 'array';
  if (json instanceof NumberLiteral) return 'number';
  if (typeof json === 'boolean') return 'bool';
  return typeof json;
};
const mismatch = (json: unknown, goType: string) => new TypeMismatch(kindOf(json), goType);

export const string: Shape<string> = {
  goType: 'string',
  zero: '',
  decode: (json) => {
    if (typeof json === 'string') return json;
    throw mismatch(json, 'string');
  },
};

export const bool: Shape<boolean> = {
  goType: 'bool',
  zero: false,
  decode: (json) => {
    if (typeof json === 'boolean') return json;
    throw mismatch(json, 'bool');
  },
};

const integer = (goType: string, min: number, max: number): Shape<number> => ({
  goType,
  zero: 0,
  decode: (json) => {
    if (typeof json === 'number' && Number.isInteger(json) && json >= min && json <= max) return json;
    if (typeof json === 'number') throw new TypeMismatch(`number ${json}`, goType);
    if (!(json instanceof NumberLiteral)) throw mismatch(json, goType);
    if (/^-?\d+$/.test(json.source) && Number(json.source) >= min && Number(json.source) <= max)
      return Number(json.source);
    throw new TypeMismatch(`number ${json.source}`, goType);
  },
});
export const int32 = integer('int32', -(2 ** 31), 2 ** 31 - 1);
export const int64 = integer('int64', -(2 ** 63), 2 ** 63 - 1);
export const uint32 = integer('uint32', 0, 2 ** 32 - 1);
export const enumeration = (goType: string) => integer(goType, -(2 ** 31), 2 ** 31 - 1);

/** uint64 hashes do not fit a double, so they are kept as bigint. */
export const uint64: Shape<bigint> = {
  goType: 'uint64',
  zero: 0n,
  decode: (json) => {
    const source = json instanceof NumberLiteral ? json.source : typeof json === 'number' ? String(json) : undefined;
    if (source === undefined) throw mismatch(json, 'uint64');
    if (!/^\d+$/.test(source) || BigInt(source) >= 2n ** 64n) throw new TypeMismatch(`number ${source}`, 'uint64');
    return BigInt(source);
  },
};

export const list = <T>(of: Shape<T>): Shape<T[] | null> => {
  const goType = `[]${of.goType.includes('.') ? '*' : ''}${of.goType}`;
  return {
    goType,
    zero: null,
    decode: (json) => {
      if (!Array.isArray(json)) throw mismatch(json, goType);
      return json.map((item) => (item === null ? of.zero : of.decode(item)));
    },
  };
};

export const map = <T>(of: Shape<T>): Shape<Record<string, T>> => {
  const goType = `map[string]${of.goType}`;
  return {
    goType,
    zero: {},
    decode: (json) => {
      if (kindOf(json) !== 'object') throw mismatch(json, goType);
      const entries = Object.entries(json as Record<string, unknown>);
      return Object.fromEntries(entries.map(([key, item]) => [key, item === null ? of.zero : of.decode(item)]));
    },
  };
};

/** Any JSON object, kept as it is. */
export const anyMap: Shape<Record<string, unknown> | null> = {
  goType: 'map[string]interface {}',
  zero: null,
  decode: (json) => {
    if (kindOf(json) !== 'object') throw mismatch(json, 'map[string]interface {}');
    return json as Record<string, unknown>;
  },
};

/** Partial updates: null and absent mean "leave it". */
export const maybeString: Shape<string | null> = { goType: 'string', zero: null, decode: string.decode };
export const maybeBool: Shape<boolean | null> = {
  goType: 'bool',
  zero: null,
  decode: (json) => {
    if (json === true || json === 1) return true;
    if (json === false || json === 0) return false;
    throw new BadBody(`strconv.ParseBool: parsing ${JSON.stringify(sourceOf(json))}: invalid syntax`);
  },
};
const maybeInteger = (min: number, max: number): Shape<number | null> => ({
  goType: 'number',
  zero: null,
  decode: (json) => {
    const source = sourceOf(json);
    if (!/^-?\d+$/.test(source))
      throw new BadBody(`strconv.ParseInt: parsing ${JSON.stringify(source)}: invalid syntax`);
    const value = Number(source);
    if (value < min || value > max)
      throw new BadBody(`strconv.ParseInt: parsing ${JSON.stringify(source)}: value out of range`);
    return value;
  },
});
export const maybeInt32 = maybeInteger(-(2 ** 31), 2 ** 31 - 1);
export const maybeInt64 = maybeInteger(-(2 ** 63), 2 ** 63 - 1);

/** `optional` scalars of proto3: the plain scalar or nothing. */
export const optional = <T>(of: Shape<T>): Shape<T | null> => ({ goType: of.goType, zero: null, decode: of.decode });

const sourceOf = (json: unknown): string => (json instanceof NumberLiteral ? json.source : JSON.stringify(json));

/**
 * A Go struct. Keys match without regard to case, unknown keys are dropped, null leaves the zero value.
 * `embedded` names the fields that Go reports under an embedded struct.
 */
export const message = <F extends Fields>(
  goType: string,
  fields: F,
  embedded?: { as: string; fields: readonly (keyof F)[] },
): Shape<Message<F> | null> & { readonly blank: () => Message<F> } => {
  const struct = goType.slice(goType.lastIndexOf('.') + 1);
  const lookup = new Map<string, { name: string; shape: Shape<unknown>; label: string }>();
  for (const [name, shape] of Object.entries(fields)) {
    const label = embedded?.fields.includes(name) ? `${embedded.as}.${name}` : name;
    const entry = { name, shape, label };
    lookup.set(name, entry);
    if (!lookup.has(name.toLowerCase())) lookup.set(name.toLowerCase(), entry);
  }
  const zeros = Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, shape.zero])) as Message<F>;
  const blank = () => ({ ...zeros });
  return {
    goType,
    zero: null,
    blank,
    decode: (json) => {
      if (kindOf(json) !== 'object') throw mismatch(json, goType);
      const result: Record<string, unknown> = blank();
      for (const [key, item] of Object.entries(json as Record<string, unknown>)) {
        if (item === null) continue;
        const field = lookup.get(key) ?? lookup.get(key.toLowerCase());
        if (field === undefined) continue;
        try {
          result[field.name] = field.shape.decode(item);
        } catch (thrown) {
          throw thrown instanceof TypeMismatch ? thrown.inside(struct, field.label) : thrown;
        }
      }
      return result as Message<F>;
    },
  };
};
export type Struct<T> = Shape<T | null> & { readonly blank: () => T };
