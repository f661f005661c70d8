import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ConfigError, readConfig } from '../../gateway/config.ts';
import { KEY_MAKERS } from '../../gateway/identity-settings.ts';

const SHARED = {
  ...Object.fromEntries(Object.entries(KEY_MAKERS).map(([name, make]) => [name, make()])),
  PUBLIC_URL: 'http://chat.example',
  DATABASE_URL: 'postgres://u:p@db/x',
  REDIS_URL: 'redis://redis:6379',
  OPENIM_API_URL: 'http://openim:10002',
  OPENIM_WS_URL: 'ws://openim:10001',
  OPENIM_ADMIN_USER_ID: 'imAdmin',
  OPENIM_SECRET: 'secret',
};

function faultsOf(...[environment, as]: Parameters<typeof readConfig>): string[] {
  try {
    readConfig(environment, as);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.faults.map((fault) => fault.split(':', 1)[0] ?? '');
  }
  return [];
}

test('where subgraphs are is read by name; an address without a path is that of /graphql', () => {
  const { subgraphsElsewhere } = readConfig({
    ...SHARED,
    SUBGRAPHS: 'media=http://m:1, openim=https://o/inner/graphql',
  });
  assert.deepEqual(
    [...subgraphsElsewhere],
    [
      ['media', 'http://m:1/graphql'],
      ['openim', 'https://o/inner/graphql'],
    ],
  );
});

describe('is refused:', () => {
  for (const SUBGRAPHS of [
    'media',
    'chat=http://a',
    'media=ftp://a',
    'media=http://a?b',
    'media=http://u:p@a',
    'media=http://a,media=http://b',
  ])
    test(`SUBGRAPHS=${SUBGRAPHS}`, () => assert.deepEqual(faultsOf({ ...SHARED, SUBGRAPHS }), ['SUBGRAPHS']));

  const needed = [
    'DATABASE_URL',
    'REDIS_URL',
    'SESSION_KEK',
    'IDENTITY_KEY',
    'ADMIN_JWT_KEYS',
    'PUBLIC_URL',
    'SUBGRAPH_KEYS',
  ];
  for (const missing of needed)
    test(`a gateway, or a subgraph, that shares its part of ${missing} with nobody`, () => {
      const { [missing]: _, ...environment } = { ...SHARED, SUBGRAPHS: 'media=http://m:1' } as Record<string, string>;
      assert.deepEqual(faultsOf(environment), [missing]);
      assert.deepEqual(faultsOf({ ...environment, SUBGRAPHS: '' }, 'media'), [missing]);
    });

  test('a subgraph that is told of others', () =>
    assert.deepEqual(faultsOf({ ...SHARED, SUBGRAPHS: 'openim=http://o' }, 'media'), ['SUBGRAPHS']));

  test('an outbox in a process that has no pages', () => {
    assert.deepEqual(faultsOf({ ...SHARED, SUBGRAPHS: 'identity=http://i' }), ['OTP_DELIVERY']);
    assert.deepEqual(faultsOf(SHARED, 'identity'), ['OTP_DELIVERY']);
    assert.deepEqual(faultsOf(SHARED, 'media'), []);
  });
});
