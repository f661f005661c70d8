import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { openDoor } from '../../gateway/door.ts';
import { createObserver } from '../../gateway/observe.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { createIdentity } from '../../subgraphs/identity/index.ts';
import { generateAdminKeys, parseAdminKeys } from '../../subgraphs/identity/keys/admin-keys.ts';
import { generateIdentityKey, parseIdentityKey } from '../../subgraphs/identity/keys/identity-key.ts';
import { generateSessionKEK, parseSessionKEK } from '../../subgraphs/identity/keys/kek.ts';
import { OTP_LIMITS } from '../../subgraphs/identity/settings.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { createMedia } from '../../subgraphs/media/index.ts';
import { createModeration } from '../../subgraphs/moderation/index.ts';
import { createOpenIMSubgraph } from '../../subgraphs/openim/index.ts';
import { createOpenIM } from '../../subgraphs/openim/rest/openim.ts';

export interface Product {
  readonly port: number;
  stop(): Promise<void>;
}

export async function startProduct({
  databaseURL,
  onCall,
  onQuery,
  write,
}: {
  databaseURL: string;
  onCall: (route: string) => void;
  onQuery: () => void;
  write: (line: string) => void;
}): Promise<Product> {
  const log = pino({ level: 'debug' }, { write });
  const db = openDatabase(databaseURL, log);
  db.on('query', onQuery);
  const store = createMemoryStore(log);
  const sandbox = await startSandbox({ seed: true, presenceEveryMs: 50 });
  const openim = createOpenIM({
    ...sandbox,
    store,
    log,
    policy: 1,
    production: false,
    onCall: ({ route }) => onCall(route),
  });
  let port = 0;
  const identity = await createIdentity({
    db,
    store,
    tokens: openim.tokens,
    log,
    settings: {
      sessionKEK: parseSessionKEK(generateSessionKEK()),
      identityKey: parseIdentityKey(generateIdentityKey()),
      adminKeys: parseAdminKeys(generateAdminKeys()),
      issuer: 'http://127.0.0.1',
      sessionLife: 30 * 86_400,
      sessionIdle: 7 * 86_400,
      otpLimits: OTP_LIMITS,
      otpDelivery: 'outbox',
      wsURL: sandbox.wsURL,
      apiURL: () => `http://127.0.0.1:${port}/openim`,
      multiLoginPolicy: 1,
    },
  });
  const chat = await createOpenIMSubgraph({ openim, db, log });
  const moderation = await createModeration({ db, store, witness: chat.witness, reportsPerHour: 100 });
  const door = await openDoor({
    host: '127.0.0.1',
    port: 0,
    trustProxy: [],
    corsOrigins: [],
    supergraph: readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'),
    subgraphs: [chat.subgraph, identity.subgraph, createMedia(), moderation],
    authorities: { now: Date.now, sessions: identity.sessions, admins: identity.admins },
    dependencies: [],
    wellKnown: {
      identityKeys: identity.identityKeys,
      adminKeys: identity.adminKeys,
      endpoints: () => ({ ws: sandbox.wsURL }),
    },
    outbox: identity.outbox,
    observer: createObserver(),
    log,
  });
  port = door.port;
  return {
    port,
    stop: async () => {
      await door.close(0);
      await identity.stop();
      await chat.stop();
      await openim.stop();
      await sandbox.stop();
      await store.close();
      await db.destroy();
    },
  };
}
