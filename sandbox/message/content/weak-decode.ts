import { NumberLiteral } from '../../binding/go-json.ts';
import type { Field, Kind, Struct } from './elems.ts';

export type Decoded = { [name: string]: DecodedValue };
export type DecodedValue = string | number | boolean | null | string[] | Decoded | Decoded[];

/** Decoding goes on after a fault, so that all of them can be told at once. */
type Faults = string[];

const plain = (value: unknown): unknown => (value instanceof NumberLiteral ? Number(value.source) : value);

const goTypeOf = (value: unknown): string => {
  if (Array.isArray(value)) return '[]interface {}';
  if (typeof value === 'object') return 'map[string]interface {}';
  return { string: 'string', number: 'float64', boolean: 'bool' }[typeof value as string] ?? 'interface {}';
};

/** How Go's %v prints what came out of a JSON document. */
const goPrint = (value: unknown): string => {
  if (value === null) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(goPrint).join(' ')}]`;
  if (typeof value !== 'object') return String(value);
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `map[${entries.map(([key, item]) => `${key}:${goPrint(item)}`).join(' ')}]`;
};

const unfit = (path: string, type: string, value: unknown): string =>
  `'${path}' expected type '${type}', got unconvertible type '${goTypeOf(value)}', value: '${goPrint(value)}'`;

const decodeString = (value: unknown, path: string, faults: Faults): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.length === 0) return '';
  faults.push(unfit(path, 'string', value));
  return '';
};

const decodeNumber = (value: unknown, at: { path: string; type: string }, faults: Faults): number => {
  if (typeof value === 'number') return at.type === 'float64' ? value : Math.trunc(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') {
    faults.push(unfit(at.path, at.type, value));
    return 0;
  }
  const text = value === '' ? '0' : value;
  const fits = at.type === 'float64' ? text.trim() === text && !Number.isNaN(Number(text)) : /^[+-]?\d+$/.test(text);
  if (fits) return Number(text);
  const parser = at.type === 'float64' ? ['float', 'ParseFloat'] : ['int', 'ParseInt'];
  faults.push(
    `cannot parse '${at.path}' as ${parser[0]}: strconv.${parser[1]}: parsing ${JSON.stringify(value)}: invalid syntax`,
  );
  return 0;
};

const TRUE = ['1', 't', 'T', 'true', 'TRUE', 'True'];
const FALSE = ['0', 'f', 'F', 'false', 'FALSE', 'False', ''];

const decodeBool = (value: unknown, path: string, faults: Faults): boolean => {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string' && TRUE.includes(value)) return true;
  if (typeof value === 'string' && FALSE.includes(value)) return false;
  faults.push(
    typeof value === 'string'
      ? `cannot parse '${path}' as bool: strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`
      : unfit(path, 'bool', value),
  );
  return false;
};

/** A single value counts as a list of one, an empty object as an empty list. */
const asList = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  const isEmptyObject = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return isEmptyObject || value === '' ? [] : [value];
};

const decodeKind = (kind: Kind, value: unknown, path: string, faults: Faults): DecodedValue => {
  if (kind === 'string') return decodeString(value, path, faults);
  if (kind === 'bool') return decodeBool(value, path, faults);
  if (kind === 'strings')
    return asList(value).map((item, index) =>
      item === null ? '' : decodeString(plain(item), `${path}[${index}]`, faults),
    );
  if (typeof kind === 'string') return decodeNumber(value, { path, type: kind }, faults);
  if ('each' in kind)
    return asList(value).map((item, index) => decodeStruct(kind.each, item, `${path}[${index}]`, faults));
  return decodeStruct(kind, value, path, faults);
};

const zeroOf = ({ kind, pointer }: Field): DecodedValue => {
  if (kind === 'string') return '';
  if (kind === 'bool') return false;
  if (kind === 'strings') return null;
  if (typeof kind === 'string') return 0;
  if ('each' in kind) return [];
  return pointer ? null : decodeStruct(kind, {}, '', []);
};

const decodeStruct = (struct: Struct, value: unknown, path: string, faults: Faults): Decoded => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const kind = Array.isArray(value) ? 'slice' : goTypeOf(value);
    faults.push(`'${path}' expected a map, got '${kind}'`);
    return {};
  }
  const given = new Map(
    Object.entries(value as Record<string, unknown>).map(([key, item]) => [key.toLowerCase(), plain(item)]),
  );
  const exact = value as Record<string, unknown>;
  return Object.fromEntries(
    struct.fields.map((field) => {
      const item = field.key in exact ? plain(exact[field.key]) : given.get(field.key.toLowerCase());
      const where = path === '' ? field.key : `${path}.${field.key}`;
      return [
        field.name,
        item === undefined || item === null ? zeroOf(field) : decodeKind(field.kind, item, where, faults),
      ];
    }),
  );
};

/** Reads a free-form object into a struct, bending types where it can. Returns what could not be bent. */
export const weakDecode = (struct: Struct, value: unknown): { decoded: Decoded; fault: string | undefined } => {
  const faults: Faults = [];
  const decoded = decodeStruct(struct, value, '', faults);
  if (faults.length === 0) return { decoded, fault: undefined };
  const lines = faults.toSorted().map((fault) => `* ${fault}`);
  return { decoded, fault: `${faults.length} error(s) decoding:\n\n${lines.join('\n')}` };
};
