import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildSchema, isObjectType } from 'graphql';
import { COVERAGE } from '../../subgraphs/openim/coverage/coverage.ts';
import { REFUSED } from '../../subgraphs/openim/forward/refused.ts';
import { TABLE } from '../../subgraphs/openim/forward/table.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const readAll = (...patterns: string[]): string =>
  patterns
    .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .map(read)
    .join('\n');

const ROUTER: readonly string[] = JSON.parse(read('test/house/openim-routes.json'));
const rows = Object.entries(COVERAGE);
const schema = buildSchema(read('schema/api.graphql'));

const field = (coordinate: string) => {
  const [type = '', name = ''] = coordinate.split('.');
  const parent = schema.getType(type);
  return isObjectType(parent) ? parent.getFields()[name] : undefined;
};

test('every route of OpenIM’s router has a row, and no row is for a route that is not there', () => {
  const paths = ROUTER.map((route) => route.split(' ')[1] ?? '').sort();
  assert.equal(paths.length, 153);
  assert.deepEqual(rows.map(([route]) => route).sort(), paths);
});

test('every field that a row names is served', () => {
  const missing = rows.flatMap(([route, row]) =>
    'graphql' in row
      ? row.graphql.filter((coordinate) => field(coordinate) === undefined).map((name) => [route, name])
      : [],
  );
  assert.deepEqual(missing, []);
});

test('every field that a row names is asked for by a test', () => {
  const asked = readAll('test/!(house)/**/*.{ts,graphql}', 'test/*.ts', 'test/house/operations.graphql');
  const never = rows
    .flatMap(([, row]) => ('graphql' in row ? row.graphql : []))
    .filter((coordinate) => {
      const name = coordinate.split('.')[1] ?? '';
      return !new RegExp(`\\b${name}\\b`).test(asked);
    });
  assert.deepEqual([...new Set(never)], []);
});

test('what is asked of OpenIM is asked in rest/, and there nothing else is', () => {
  const rest = readAll('subgraphs/openim/rest/**/*.ts');
  const asks = (route: string): boolean => rest.includes(`'${route}'`);
  assert.deepEqual(
    rows.filter(([route, row]) => ('graphql' in row || 'inside' in row) && !asks(route)),
    [],
  );
  assert.deepEqual(
    rows.filter(([route, row]) => ('forwarded' in row || 'refused' in row) && asks(route)),
    [],
  );
  for (const [route, row] of rows) if ('inside' in row) assert.ok(read(row.inside).includes(`'${route}'`), route);
});

test('what is left to official SDKs is forwarded, what is refused is not, and every route is one or the other', () => {
  for (const [route, row] of rows) {
    const [method = 'POST'] = ROUTER.find((each) => each.endsWith(` ${route}`))?.split(' ') ?? [];
    const passes = Object.hasOwn(TABLE, route);
    if ('forwarded' in row && method === 'POST') assert.ok(passes, route);
    if ('refused' in row) assert.ok(!passes, route);
    if (method === 'POST') assert.notEqual(passes, REFUSED.has(route), route);
  }
});

test('each forwarded route is asked by a test', () => {
  const asked = readAll('test/forward/**/*.ts');
  assert.deepEqual(
    Object.keys(TABLE).filter((route) => !asked.includes(route)),
    [],
  );
});
