import type { Logger } from 'pino';
import type { Store } from '../../kit/store.ts';
import { createAuth } from './auth.ts';
import { createBreaker } from './breaker.ts';
import { asAdmin } from './call.ts';
import { type ClientConfigs, createClientConfigs } from './client-configs.ts';
import { type Commands, createCommands } from './commands.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createDevices, type Devices } from './devices.ts';
import { type CallReport, createExchange } from './exchange.ts';
import { UpstreamFault } from './faults.ts';
import { createFriends, type Friends } from './friends.ts';
import { createGroups, type Groups } from './groups.ts';
import { createJssdk, type Jssdk } from './jssdk.ts';
import { createMessages, type Messages } from './messages.ts';
import { createNotificationAccounts, type NotificationAccounts } from './notification-accounts.ts';
import { createObjects, type Objects } from './objects.ts';
import { createPost, type TokenSource } from './post.ts';
import { createRelay, type Relay } from './relay.ts';
import { createStatistics, type Statistics } from './statistics.ts';
import { type AdminTokens, createAdminTokens } from './tokens/admin.ts';
import { createTokenBroker, type TokenBroker } from './tokens/broker.ts';
import type { MultiLoginPolicy } from './tokens/policy.ts';
import { createTransport } from './transport.ts';
import { createUploadSeal, type UploadSeal } from './upload-seal.ts';
import { createUsers, type Users } from './users.ts';

export interface OpenIMOptions {
  /** `OPENIM_API_URL`; may have a path before OpenIM's own. */
  readonly apiURL: string;
  readonly adminUserID: string;
  readonly secret: string;
  readonly store: Store;
  readonly log: Logger;
  /** `OPENIM_MULTI_LOGIN_POLICY`, as in OpenIM's own configuration. */
  readonly policy: MultiLoginPolicy;
  /** In production OpenIM's `errDlt` stays out of answers. */
  readonly production: boolean;
  /** Told of each attempt, for metrics. */
  readonly onCall?: (report: CallReport) => void;
  /** ms that OpenIM may take at most; 10,000 when absent. */
  readonly timeout?: number;
}

/** OpenIM, as everything else of ours sees it. */
export interface OpenIM {
  /** The admin that calls without a user are made as. */
  readonly adminUserID: string;
  readonly users: Users;
  readonly commands: Commands;
  readonly clientConfigs: ClientConfigs;
  readonly notificationAccounts: NotificationAccounts;
  readonly friends: Friends;
  readonly groups: Groups;
  readonly conversations: Conversations;
  readonly messages: Messages;
  readonly jssdk: Jssdk;
  readonly devices: Devices;
  readonly objects: Objects;
  readonly statistics: Statistics;
  readonly tokens: TokenBroker;
  /** For requests of OpenIM's own clients. */
  readonly relay: Relay;
  readonly uploads: UploadSeal;
  /** Resolves when OpenIM answers; rejects with an UpstreamFault. */
  ping(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

const CONNECTIONS = 64;
const TIMEOUT_MS = 10_000;
/** A hundred messages at their largest fit several times. */
const ANSWER_LIMIT = 32 * 1024 * 1024;

export function createOpenIM(options: OpenIMOptions): OpenIM {
  const { adminUserID: userID, secret, store, log, policy, production, onCall = () => undefined } = options;
  const transport = createTransport({
    apiURL: new URL(options.apiURL),
    connections: CONNECTIONS,
    timeout: options.timeout ?? TIMEOUT_MS,
    answerLimit: ANSWER_LIMIT,
  });
  const asking = { transport, breaker: createBreaker(log), onCall };
  const exchange = createExchange(asking);
  const open = createAuth(createPost({ exchange, tokens: null, production }));
  const admin = createAdminTokens({ auth: open, store, userID, secret });
  const asAdminOnly = createPost({ exchange, tokens: adminSource(admin), production });
  const tokens = createTokenBroker({
    auth: { ...createAuth(asAdminOnly), parseToken: open.parseToken },
    users: createUsers(asAdminOnly),
    store,
    policy,
    secret,
  });
  const post = createPost({ exchange, tokens: source(admin, tokens), production });
  // What it says of a refusal is for the log; a ping hopes for one.
  const quiet = log.child({}, { level: 'silent' });

  return {
    adminUserID: userID,
    users: createUsers(post),
    commands: createCommands(post),
    clientConfigs: createClientConfigs(post),
    notificationAccounts: createNotificationAccounts(post),
    friends: createFriends(post),
    groups: createGroups(post),
    conversations: createConversations(post),
    messages: createMessages(post),
    jssdk: createJssdk(post),
    devices: createDevices(post),
    objects: createObjects(post),
    statistics: createStatistics(post),
    tokens,
    relay: createRelay(asking),
    uploads: createUploadSeal(secret),
    // A token that is none is refused after OpenIM's own services were asked; the refusal is the answer.
    ping: (signal) =>
      open.parseToken('-', asAdmin({ signal, log: quiet })).catch((error: unknown) => {
        if (!(error instanceof UpstreamFault && error.refusal)) throw error;
      }),
    stop: () => transport.stop(),
  };
}

const adminSource = (admin: AdminTokens): TokenSource => ({
  of: (call) => admin.token(call),
  after: ({ token }, call) => admin.replace(token, call),
});

/** The caller's own token, or the admin's. */
function source(admin: AdminTokens, users: TokenBroker): TokenSource {
  const byAdmin = adminSource(admin);
  return {
    of: async (call) =>
      call.as.kind === 'admin' ? byAdmin.of(call) : (await users.token(call.as.userID, call.as.platform, call)).token,
    after: async (refused, call) => {
      if (call.as.kind === 'admin') return byAdmin.after(refused, call);
      return (await users.replace({ ...refused, userID: call.as.userID, platform: call.as.platform }, call)).token;
    },
  };
}
