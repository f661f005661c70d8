import type { Knex } from 'knex';
import { pino } from 'pino';
import { startSandbox } from '../../sandbox/index.ts';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { generateAdminKeys, parseAdminKeys } from '../../subgraphs/identity/keys/admin-keys.ts';
import { generateIdentityKey, parseIdentityKey } from '../../subgraphs/identity/keys/identity-key.ts';
import { generateSessionKEK, parseSessionKEK } from '../../subgraphs/identity/keys/kek.ts';
import { type IdentitySettings, OTP_LIMITS } from '../../subgraphs/identity/settings.ts';
import { emptyDatabase } from '../world/database.ts';
import { type Node, startNode } from './node.ts';
import { openRelay, type Relay } from './relay.ts';
import { createShakyStore, type ShakyStore } from './shaky-store.ts';

/** One database, one store, one OpenIM, and as many nodes as a test starts; codes may be asked for without a pause. */
export interface World extends AsyncDisposable {
  node(settings?: Partial<IdentitySettings>): Promise<Node>;
  readonly store: ShakyStore;
  readonly openim: Relay;
  /** SQL past all nodes. */
  readonly db: Knex;
  readonly databaseURL: string;
  readonly settings: IdentitySettings;
  readonly log: readonly string[];
}

export async function openWorld(own: Partial<IdentitySettings> = {}): Promise<World> {
  const undo = new AsyncDisposableStack();
  const database = undo.use(await emptyDatabase());
  const store = createShakyStore();
  const sandbox = await startSandbox({
    presenceEveryMs: 50,
    multiLoginPolicy: (own.multiLoginPolicy ?? 1) as NonNullable<SandboxOptions['multiLoginPolicy']>,
  });
  undo.defer(() => sandbox.stop());
  const openim = undo.use(await openRelay(sandbox.apiURL));
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const settings: IdentitySettings = {
    sessionKEK: parseSessionKEK(generateSessionKEK()),
    identityKey: parseIdentityKey(generateIdentityKey()),
    adminKeys: parseAdminKeys(generateAdminKeys()),
    issuer: 'https://chat.example',
    company: null,
    passkeys: { id: 'chat.example', origins: () => ['https://chat.example'] },
    sessionLife: 30 * 86_400,
    sessionIdle: 7 * 86_400,
    otpLimits: { ...OTP_LIMITS, resend: 0 },
    otpDelivery: 'outbox',
    otpTexts: {},
    wsURL: sandbox.wsURL,
    apiURL: () => 'https://chat.example/openim',
    publicURL: () => 'https://chat.example',
    multiLoginPolicy: 1,
    ...own,
  };
  const node: World['node'] = async (changed) => {
    const started = await startNode({
      databaseURL: database.url,
      store,
      openim: { ...sandbox, apiURL: openim.url },
      settings: { ...settings, ...changed },
      log,
    });
    // A test may have stopped it already, as a restart does.
    undo.defer(() => started.stop().catch(() => undefined));
    databases.push(started.db);
    return started;
  };
  const databases: Knex[] = [];
  return {
    node,
    store,
    openim,
    get db() {
      return databases.at(-1) as Knex;
    },
    settings,
    databaseURL: database.url,
    log: lines,
    [Symbol.asyncDispose]: () => undo.disposeAsync(),
  };
}
