import type { Step } from './recording.ts';

type Json = unknown;
const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const kind = (value: Json): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** A volatile value keeps its kind; everything else about it may differ. */
interface Hidden {
  hidden: string;
}

const hide = (value: Json, path: readonly string[]): Json => {
  const [key, ...rest] = path;
  if (key === undefined) return { hidden: kind(value) } satisfies Hidden;
  if (Array.isArray(value))
    return value.map((item, index) => (key === '*' || key === String(index) ? hide(item, rest) : item));
  if (!isObject(value)) return value;
  const name = Object.keys(value).find((candidate) => candidate === key);
  return name === undefined ? value : { ...value, [name]: hide(value[name], rest) };
};

const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'absent';
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${key}:${canonical(value[key])}`)
    .join()}}`;
};

const sortAt = (value: Json, path: readonly string[]): Json => {
  const [key, ...rest] = path;
  if (key === undefined)
    return Array.isArray(value) ? value.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1)) : value;
  if (Array.isArray(value))
    return value.map((item, index) => (key === '*' || key === String(index) ? sortAt(item, rest) : item));
  return isObject(value) && key in value ? { ...value, [key]: sortAt(value[key], rest) } : value;
};

const cutStack = (value: Json): Json => {
  if (typeof value === 'string') return value.split(' | -> ')[0];
  return isObject(value) && typeof value.errMsg === 'string'
    ? { ...value, errMsg: value.errMsg.split(' | -> ')[0] }
    : value;
};

/** The rows come out of a map over there; where three runs happened to agree, the recording does not say so. */
const ALWAYS_UNORDERED: Record<string, string[]> = { '/conversation/get_all_conversations': ['data.conversations'] };

/** How a database tells of a duplicate: its own name, and words that differ between versions. */
const cutDuplicate = (value: Json): Json =>
  isObject(value) && typeof value.errDlt === 'string'
    ? { ...value, errDlt: value.errDlt.replace(/(?<=E11000 duplicate key error).*/s, '') }
    : value;

const normalise = (answer: Json, step: Step): Json => {
  let result = cutDuplicate(step.normalised === undefined ? answer : cutStack(answer));
  // A list in no order has its volatile parts at other places, so they are hidden in all rows alike.
  const unordered = step.unordered ?? ALWAYS_UNORDERED[step.path] ?? [];
  for (const path of step.volatile ?? []) {
    const list = unordered.find((prefix) => path.startsWith(`${prefix}.`));
    const parts = path.split('.');
    if (list !== undefined) parts[list.split('.').length] = '*';
    result = hide(result, parts);
  }
  for (const path of unordered) result = sortAt(result, path.split('.'));
  if (step.global && isObject(result)) result = { ...result, data: { hidden: kind(result.data) } };
  return result;
};

const compare = (actual: Json, expected: Json, path: string): string | undefined => {
  if (canonical(actual) === canonical(expected)) return undefined;
  if (Array.isArray(actual) && Array.isArray(expected)) {
    for (let index = 0; index < Math.max(actual.length, expected.length); index++) {
      const found = compare(actual[index], expected[index], `${path}.${index}`);
      if (found) return found;
    }
  }
  if (isObject(actual) && isObject(expected)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const found = compare(actual[key], expected[key], `${path}.${key}`);
      if (found) return found;
    }
  }
  return `${path}: got ${canonical(actual).slice(0, 600)}, recorded ${canonical(expected).slice(0, 600)}`;
};

/** Where an answer leaves the recording, or undefined. */
export const difference = (actual: Json, step: Step): string | undefined =>
  compare(normalise(actual, step), normalise(step.response, step), 'response');
