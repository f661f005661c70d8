/** WebCrypto's key, by whatever name the platform's types have it. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** The public half of a gateway's identity key, as its JWK set has it. */
export interface IdentityKey {
  readonly kty?: string;
  readonly crv?: string;
  readonly x?: string;
}

/** A session as a client keeps it; `key` signs, and cannot be read. */
export interface KeptSession {
  readonly id: string;
  readonly userID: string;
  /** Whether the sign-in made the account: ask for name and picture. */
  readonly newUser: boolean;
  readonly key: Key;
  /** RFC 3339. */
  readonly expiresAt: string;
  /** For OpenIM's WebSocket at `wsURL`; null while OpenIM is down: renew later. */
  readonly imToken: string | null;
  readonly imTokenExpiresAt: string | null;
  readonly wsURL: string;
  /** For an official OpenIM SDK. */
  readonly apiURL: string;
}

export interface Kept {
  /** Of this installation; it outlives sessions. */
  readonly deviceID?: string;
  /** The identity keys that were taken at first use. */
  readonly pins?: readonly IdentityKey[];
  readonly session?: KeptSession;
}

/** Where a client keeps its session between starts. What it holds can be cloned into IndexedDB, key included. */
export interface Storage {
  load(): Promise<Kept>;
  save(kept: Kept): Promise<void>;
}

/** Forgets with the process. */
export function memoryStorage(): Storage {
  let kept: Kept = {};
  return {
    load: async () => kept,
    save: async (next) => {
      kept = next;
    },
  };
}
