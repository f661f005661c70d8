import { readFileSync } from 'node:fs';

type Field = [name: string, type: string, empty: string];

/** What each route answers, and of what its types are made, as it was found on the real server and in its sources. */
const { types, routes } = JSON.parse(
  readFileSync(new URL('../recordings/answer-shapes.json', import.meta.url), 'utf8'),
) as { types: Record<string, Field[]>; routes: Record<string, Field[] | string> };

// Written out where it is used.
const BATCH_RESULT: Field[] = [
  ['serverMsgID', 'string', ''],
  ['clientMsgID', 'string', ''],
  ['sendTime', 'number', ''],
  ['recvID', 'string', ''],
];
const ONLY_WHEN_CHANGED = 'modify';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SCALARS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  'string|null': (value) => value === null || typeof value === 'string',
  'number|null': (value) => value === null || typeof value === 'number',
  'boolean|null': (value) => value === null || typeof value === 'boolean',
  'string(base64)': (value) => value === null || typeof value === 'string',
};

const faultsOfList = (value: unknown, of: string, path: string): string[] => {
  if (value === null) return [];
  if (!Array.isArray(value) || value.length === 0) return [`${path} is ${JSON.stringify(value)}, not null or a list`];
  return value.flatMap((item, index) => faultsOf(item, of, `${path}[${index}]`));
};

const faultsOfMap = (value: unknown, of: string, path: string): string[] => {
  if (!isRecord(value) || Object.keys(value).length === 0) return [`${path} is an empty map, which is left out`];
  return Object.entries(value).flatMap(([key, item]) => faultsOf(item, of, `${path}.${key}`));
};

const faultsOf = (value: unknown, type: string, path: string): string[] => {
  const isFit = SCALARS[type];
  if (isFit !== undefined) return isFit(value) ? [] : [`${path} is ${JSON.stringify(value)}, not a ${type}`];
  if (type.endsWith('[]')) return faultsOfList(value, type.slice(0, -2), path);
  if (type.startsWith('{')) return faultsOfFields(value, BATCH_RESULT, path);
  const map = /^map<string,(.*)>$/.exec(type)?.[1];
  if (map !== undefined) return faultsOfMap(value, map, path);
  const fields = types[type];
  if (fields === undefined) return [`${path}: nobody knows what a ${type} is`];
  return value === null ? [] : faultsOfFields(value, fields, path);
};

const faultsOfFields = (value: unknown, fields: readonly Field[], path: string): string[] => {
  if (!isRecord(value)) return [`${path} is ${JSON.stringify(value)}, not an object`];
  const known = new Set(fields.map(([name]) => name));
  const unknown = Object.keys(value).filter((key) => !known.has(key));
  const wrong = fields.flatMap(([name, type, empty]) => {
    if (name in value) return faultsOf(value[name], type, `${path}.${name}`);
    return empty === 'field omitted' || name === ONLY_WHEN_CHANGED ? [] : [`${path}.${name} is missing`];
  });
  return [...unknown.map((key) => `${path}.${key} is unknown`), ...wrong];
};

/** Where a route's data differs from what it is made of; `undefined` is an answer without any. */
export const faultsOfAnswer = (route: string, data: unknown): string[] => {
  const shape = routes[route];
  if (shape === undefined) return [`nobody knows ${route}`];
  if (typeof shape !== 'string') return faultsOfFields(data, shape, route);
  if (shape.startsWith('none')) return data === undefined ? [] : [`${route} has data, and should have none`];
  const of = /^array of (\w+)/.exec(shape)?.[1] ?? '';
  return faultsOfList(data, of, route);
};

export const knownRoutes = Object.keys(routes);
