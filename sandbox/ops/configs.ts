export interface ConfigFacts {
  readonly secret: string;
  readonly adminUserID: string;
  readonly multiLoginPolicy: number;
  /** Known once the store listens. */
  readonly signer: { readonly origin: string; readonly bucketName: string };
}

const CONNECTIONS_OF_ONE_PLATFORM = 30;
const RPC_BYTES = 8 * 1024 * 1024;

/** What of each file has a meaning here, under the names of the server's own fields; the others are empty. */
const CONFIGS: Readonly<Record<string, (facts: ConfigFacts) => object>> = {
  'discovery.yml': () => ({ Enable: 'standalone' }),
  'kafka.yml': () => ({}),
  'local-cache.yml': () => ({}),
  'log.yml': () => ({}),
  'minio.yml': ({ signer }) => ({ Bucket: signer.bucketName, ExternalAddress: signer.origin }),
  'mongodb.yml': () => ({}),
  'notification.yml': () => ({}),
  'openim-api.yml': () => ({}),
  'openim-crontask.yml': () => ({}),
  'openim-msggateway.yml': () => ({}),
  'openim-msgtransfer.yml': () => ({}),
  'openim-push.yml': () => ({}),
  'openim-rpc-auth.yml': () => ({}),
  'openim-rpc-conversation.yml': () => ({}),
  'openim-rpc-friend.yml': () => ({}),
  'openim-rpc-group.yml': () => ({}),
  'openim-rpc-msg.yml': () => ({}),
  'openim-rpc-third.yml': () => ({ Object: { Enable: 'minio' } }),
  'openim-rpc-user.yml': () => ({}),
  'redis.yml': () => ({}),
  'share.yml': ({ secret, adminUserID, multiLoginPolicy }) => ({
    Secret: secret,
    IMAdminUser: { UserIDs: [adminUserID], Nicknames: ['superAdmin'] },
    MultiLogin: { Policy: multiLoginPolicy, MaxNumOneEnd: CONNECTIONS_OF_ONE_PLATFORM },
    RPCMaxBodySize: { RequestMaxBodySize: RPC_BYTES, ResponseMaxBodySize: RPC_BYTES },
  }),
  'webhooks.yml': () => ({}),
};

export const CONFIG_NAMES: readonly string[] = Object.keys(CONFIGS);

export const configOf = (name: string, facts: ConfigFacts): object | undefined =>
  Object.hasOwn(CONFIGS, name) ? CONFIGS[name]?.(facts) : undefined;
