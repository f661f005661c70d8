import type { Field, Rule, Struct } from './elems.ts';
import type { Decoded, DecodedValue } from './weak-decode.ts';

const size = (value: DecodedValue): number => {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return [...value].length;
  return Array.isArray(value) ? value.length : 0;
};

const holds = (rule: Rule, value: DecodedValue): boolean => {
  if (rule.tag === 'required') return value !== null && value !== '' && value !== 0 && value !== false;
  return rule.tag === 'min' || rule.tag === 'gte' ? size(value) >= rule.bound : size(value) <= rule.bound;
};

const isStruct = (value: DecodedValue): value is Decoded =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only the first broken rule of a field is told. */
const faultsOf = (field: Field, value: DecodedValue, path: string): string[] => {
  const where = `${path}.${field.name}`;
  if (typeof field.kind === 'object' && !('each' in field.kind))
    return isStruct(value) ? allFaults(field.kind, value, where) : [];
  const broken = field.rules.find((rule) => !holds(rule, value));
  return broken === undefined ? [] : [fieldFault(where, field.name, broken.tag)];
};

const allFaults = (struct: Struct, value: Decoded, path: string): string[] =>
  struct.fields.flatMap((field) => faultsOf(field, value[field.name] ?? null, path));

/** The sentence of Go's validator about one field. */
export const fieldFault = (path: string, name: string, tag: string): string =>
  `Key: '${path}' Error:Field validation for '${name}' failed on the '${tag}' tag`;

export const validate = (struct: Struct, value: Decoded): string | undefined => {
  const faults = allFaults(struct, value, struct.name);
  return faults.length === 0 ? undefined : faults.join('\n');
};
