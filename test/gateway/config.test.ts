import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { keepKeys } from '../../gateway/config/kept-keys.ts';
import { type Config, ConfigError, readConfig } from '../../gateway/config.ts';

const SEED = 'A'.repeat(43);
const P256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64url');
const P384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64url');

const OPENIM = {
  OPENIM_API_URL: 'http://openim:10002',
  OPENIM_WS_URL: 'ws://openim:10001',
  OPENIM_ADMIN_USER_ID: 'imAdmin',
  OPENIM_SECRET: 'openIM123',
};
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://u:p@db/x',
  REDIS_URL: 'rediss://:p@a:6379,b:6379',
  ...OPENIM,
  SESSION_KEK: `k2:${SEED},k1:${SEED}`,
  IDENTITY_KEY: SEED,
  ADMIN_JWT_KEYS: `a1:${P256}`,
  OTP_DELIVERY: 'smtps://mail',
};

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.faults.map((fault) => fault.split(':', 1)[0] ?? '');
  }
  return [];
}

test('nothing has to be set: everything embedded, on loopback', () => {
  const { host, port, databaseURL, redisURL, openim, production, otpDelivery, sessionLife, sessionIdle } = readConfig(
    {},
  );
  assert.deepEqual(
    { host, port, databaseURL, redisURL, openim, production },
    { host: '127.0.0.1', port: 4000, databaseURL: null, redisURL: null, openim: null, production: false },
  );
  assert.deepEqual([otpDelivery, sessionLife, sessionIdle], ['outbox', 30 * 86_400, 7 * 86_400]);
});

test('an empty variable is an absent one, as compose files pass them', () => {
  assert.deepEqual(readConfig({ PORT: '', CORS_ORIGINS: ' ' }), readConfig({}));
});

test('limits of admins are given by their roles, too, and by no other name', () => {
  const { cost, rateLimits } = readConfig({ COST_LIMITS: 'admin=5,ANALYST=9', RATE_LIMITS: 'viewerMinute=1,OWNER=2' });
  assert.deepEqual(
    [cost.limits, rateLimits],
    [
      { admin: 5, ANALYST: 9 },
      { viewerMinute: 1, OWNER: 2 },
    ],
  );
  assert.deepEqual(faultsOf({ COST_LIMITS: 'BOSS=5', RATE_LIMITS: 'owner=5' }), ['RATE_LIMITS', 'COST_LIMITS']);
});

test('operations are held to a list, and batches to a size, as far as it is told', () => {
  const { documents, mostInBatch } = readConfig({});
  assert.deepEqual([documents, mostInBatch], [{ mode: 'off', files: [] }, 10]);
  const given = { PERSISTED_OPERATIONS: 'log', PERSISTED_OPERATIONS_MANIFEST: './a.json, ./b.json', BATCH_LIMIT: '0' };
  const told = readConfig(given);
  assert.deepEqual([told.documents, told.mostInBatch], [{ mode: 'log', files: ['./a.json', './b.json'] }, 0]);
  assert.deepEqual(faultsOf({ PERSISTED_OPERATIONS: 'enforce' }), ['PERSISTED_OPERATIONS_MANIFEST']);
  assert.deepEqual(faultsOf({ BATCH_LIMIT: '1000' }), ['BATCH_LIMIT']);
});

test('codes go by mail, by a call, or by both', () => {
  const OTP_DELIVERY_SECRET = `whsec_${Buffer.alloc(32).toString('base64')}`;
  const read = (OTP_DELIVERY: string) => readConfig({ OTP_DELIVERY, OTP_DELIVERY_SECRET }).otpDelivery;
  const call = { url: 'https://sms.example/codes', secret: OTP_DELIVERY_SECRET };
  assert.deepEqual(read('smtp://mail'), { mail: 'smtp://mail', call: null });
  assert.deepEqual(read('https://sms.example/codes'), { mail: null, call });
  assert.deepEqual(read('https://sms.example/codes, smtps://mail'), { mail: 'smtps://mail', call });
});

test('a whole production environment is read', () => {
  const config = readConfig({
    ...PRODUCTION,
    CORS_ORIGINS: 'https://a.example, http://localhost:5173/',
    TRUST_PROXY: '10.0.0.0/8,::1,loopback',
    OTP_LIMITS: 'resend=5, deviceHour=9',
    OPENIM_PUBLIC_WS_URL: 'wss://a.example/ws',
    SESSION_IDLE: '90m',
  });
  const expected: Partial<Config> = {
    production: true,
    logLevel: 'info',
    corsOrigins: ['https://a.example', 'http://localhost:5173'],
    trustProxy: ['10.0.0.0/8', '::1', 'loopback'],
    otpLimits: { resend: 5, deviceHour: 9 },
    sessionIdle: 5_400,
    openim: { apiURL: 'http://openim:10002', wsURL: 'wss://a.example/ws', adminUserID: 'imAdmin', secret: 'openIM123' },
  };
  assert.partialDeepStrictEqual(config, expected);
});

describe('a wrong setting stops the start', () => {
  const WRONG: Record<string, string[]> = {
    PORT: ['-1', '65536', '4000a', '0x10'],
    PUBLIC_URL: ['chat.example', 'https://chat.example/graphql', 'ftp://chat.example'],
    DATABASE_URL: ['mysql://u:hunter2@db/x', 'db'],
    REDIS_URL: ['http://redis', 'redis'],
    OPENIM_MULTI_LOGIN_POLICY: ['2', '3', 'one'],
    SESSION_KEK: [SEED, `k1:${SEED.slice(1)}`, `k1:${SEED},`],
    IDENTITY_KEY: ['short', `${SEED}A`],
    ADMIN_JWT_KEYS: [P256, `a1:${P384}`, 'a1:zzzz', `a1:${P256}:more`],
    TRUST_PROXY: ['true', 'everybody', '10.0.0.0/33', '1'],
    CORS_ORIGINS: ['*', 'https://a.example/path', 'a.example'],
    SESSION_LIFE: ['30', 'forever', '-1d', '0d'],
    OTP_LIMITS: ['resend', 'resend=soon', 'hourly=3'],
    OTP_DELIVERY: [
      'pigeon',
      'ftp://mail',
      'http://sms.example',
      'outbox,smtp://mail',
      'smtp://a,smtps://b',
      'smtp://mail,pigeon',
    ],
    OTP_DELIVERY_SECRET: ['hunter2', 'whsec_short'],
    OTP_TEXTS: ['/nowhere.json'],
    NODE_ENV: ['prod'],
    LOG_LEVEL: ['loud'],
  };
  for (const [name, values] of Object.entries(WRONG))
    for (const value of values)
      test(`${name}=${value.slice(0, 30)}`, () => assert.deepEqual(faultsOf({ [name]: value }), [name]));

  test('all of them are told at once, each with what was expected and an example, and no value is shown', () => {
    const environment = {
      PORT: 'hunter2',
      DATABASE_URL: 'mysql://u:hunter2@db/x',
      IDENTITY_KEY: 'hunter2',
      LOG_LEVEL: 'hunter2',
    };
    assert.throws(
      () => readConfig(environment),
      (error: Error) => {
        for (const name of Object.keys(environment))
          assert.match(error.message, new RegExp(`- ${name}: .*Expected .*; for example ${name}=`));
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
      },
    );
  });

  for (const missing of Object.keys(OPENIM))
    test(`OPENIM_* without ${missing}`, () => {
      const { [missing as keyof typeof OPENIM]: _, ...part } = OPENIM;
      assert.deepEqual(faultsOf(part), [missing]);
    });

  test('an address to call without a secret to sign with', () =>
    assert.deepEqual(faultsOf({ OTP_DELIVERY: 'https://sms.example' }), ['OTP_DELIVERY_SECRET']));

  test('words without the code in them, or for a message that nobody sends', () => {
    const folder = mkdtempSync(join(tmpdir(), 'texts-'));
    const write = (texts: object): string => {
      const path = join(folder, 'texts.json');
      writeFileSync(path, JSON.stringify(texts));
      return path;
    };
    try {
      const right = { en: { signIn: { subject: 'Hi', text: '{code}' } } };
      assert.deepEqual(readConfig({ OTP_TEXTS: write(right) }).otpTexts, right);
      for (const wrong of [
        { en: { signIn: { subject: 'Hi', text: 'no code' } } },
        { en: { hello: {} } },
        { english: {} },
      ])
        assert.deepEqual(faultsOf({ OTP_TEXTS: write(wrong) }), ['OTP_TEXTS']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('an idle life longer than the whole', () =>
    assert.deepEqual(faultsOf({ SESSION_LIFE: '1d' }), ['SESSION_IDLE']));
});

describe('production', () => {
  test('refuses every embedded part, the sandbox, the outbox, and keys that it would have to make', () => {
    assert.deepEqual(
      faultsOf({ NODE_ENV: 'production' }).sort(),
      Object.keys(PRODUCTION)
        .filter((name) => name !== 'NODE_ENV')
        .sort(),
    );
  });
  for (const name of Object.keys(PRODUCTION).filter((each) => each !== 'NODE_ENV'))
    test(`does not start without ${name}`, () => {
      const { [name as keyof typeof PRODUCTION]: _, ...rest } = PRODUCTION;
      assert.deepEqual(faultsOf(rest as Record<string, string>), [name]);
    });
  test('lets no link lead into its own network', () => {
    assert.deepEqual(faultsOf({ ...PRODUCTION, LINK_PREVIEWS: 'private' }), ['LINK_PREVIEWS']);
    assert.equal(readConfig({ ...PRODUCTION }).linkPreviews, 'on');
  });
});

test("a name that looks like a setting and is none is told, others are nobody's business", () => {
  const { lookalikes } = readConfig({
    OPENIM_URL: 'x',
    DATABSE_URL: 'x',
    REDIS_URI: 'x',
    HOME: '/root',
    PATH: '/bin',
    HOSTNAME: 'x',
    npm_config_x: 'y',
  });
  assert.deepEqual(
    lookalikes.map(({ name }) => name),
    ['OPENIM_URL', 'DATABSE_URL', 'REDIS_URI'],
  );
});

describe('keys that were not set', () => {
  const makers = { SESSION_KEK: () => 'made', IDENTITY_KEY: () => 'made too' };
  const nothing = { SESSION_KEK: undefined, IDENTITY_KEY: undefined };

  test('are made once, and kept for their owner alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    try {
      const first = keepKeys(join(folder, 'data'), nothing, makers);
      const second = keepKeys(join(folder, 'data'), nothing, {
        SESSION_KEK: () => 'other',
        IDENTITY_KEY: () => 'other',
      });
      assert.deepEqual([first, second], [{ SESSION_KEK: 'made', IDENTITY_KEY: 'made too' }, first]);
      assert.equal(statSync(join(folder, 'data', 'keys.json')).mode & 0o777, 0o600);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('are not written down when they are set', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    try {
      assert.equal(keepKeys(folder, { ...nothing, SESSION_KEK: 'set' }, makers).SESSION_KEK, 'set');
      assert.doesNotMatch(readFileSync(join(folder, 'keys.json'), 'utf8'), /"set"|"made"/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('are never replaced because they could not be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    try {
      writeFileSync(join(folder, 'keys.json'), '{');
      assert.throws(() => keepKeys(folder, nothing, makers), /keys\.json/);
      assert.equal(readFileSync(join(folder, 'keys.json'), 'utf8'), '{');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
