/** Where Redis is, read from `REDIS_URL`. */
export interface RedisAddress {
  readonly cluster: boolean;
  /** One, unless it is a Cluster: then those that it is asked of at first. */
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  readonly tls: boolean;
  readonly username: string;
  readonly password: string;
  /** The number of the database; a Cluster has 0 only. */
  readonly db: number;
}

const SHAPE =
  /^(?<scheme>rediss?)(?<cluster>\+cluster)?:\/\/(?:(?<login>[^/@]*)@)?(?<hosts>[^/?@]+)(?:\/(?<db>\d*))?$/i;

/**
 * Reads `redis://[user:password@]host[:port][/db]`; `rediss:` for TLS. Several hosts with commas between them, or
 * `redis+cluster:` and `rediss+cluster:`, name a Cluster. Null for anything else, so that whoever complains about
 * it does so without showing the password.
 */
export function readRedisURL(url: string): RedisAddress | null {
  const groups = SHAPE.exec(url)?.groups;
  if (groups === undefined) return null;
  const { scheme = '', login = '', hosts = '', db = '' } = groups;
  const names = hosts.split(',').map((host) => `${scheme}://${host}`);
  if (!names.every((name) => URL.canParse(name) && new URL(name).hostname !== '')) return null;
  const [username = '', password = ''] = login.split(/:(.*)/s);
  return {
    cluster: groups.cluster !== undefined || names.length > 1,
    nodes: names.map((name) => new URL(name)).map(nodeOf),
    tls: scheme.toLowerCase() === 'rediss',
    username: decoded(username),
    password: decoded(password),
    db: Number(db),
  };
}

/** Brackets are the URL's way of writing IPv6, not the socket's. */
const nodeOf = ({ hostname, port }: URL) => ({
  host: hostname.replace(/^\[|\]$/g, ''),
  port: Number(port || 6379),
});

/** A password that was pasted in unencoded may hold a `%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
