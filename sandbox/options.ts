import type { CallbackOptions } from './callbacks/options.ts';
import type { Faults } from './faults/faults.ts';
import type { Fault } from './faults/spec.ts';
import type { PolicyNumber } from './token/login-policy.ts';

export interface SandboxOptions {
  host?: string;
  /** 0 takes any free port; with a data directory the last run's port is tried first. */
  apiPort?: number;
  wsPort?: number;
  /** Of the object store. */
  storePort?: number;
  /** Absent: everything is forgotten at the end. */
  dataDir?: string;
  secret?: string;
  adminUserID?: string;
  /** Fills an empty server with a small world. */
  seed?: boolean;
  multiLoginPolicy?: PolicyNumber;
  /** What object URLs begin with, when clients reach the API by another name. */
  publicURL?: string;
  /** Forgets what the data directory holds. */
  fresh?: boolean;
  /** How often presence is published; the real server takes a second. */
  presenceEveryMs?: number;
  /** Who is asked before things happen and told after; absent: nobody. */
  callbacks?: CallbackOptions;
  /** What goes wrong from the start. */
  faults?: readonly Fault[];
}

/** A seeded person, for sign-in pages and tests. */
export interface Person {
  userID: string;
  nickname: string;
  faceURL: string;
}

export interface Sandbox {
  readonly apiURL: string;
  readonly wsURL: string;
  /** Where files are put to and loaded from, by URLs that OpenIM signs. */
  readonly storeURL: string;
  readonly secret: string;
  readonly adminUserID: string;
  readonly people: readonly Person[];
  /** What is to go wrong, for tests. */
  readonly faults: Faults;
  /** Asks and tells somebody from now on, whoever it was before: for a receiver that starts after its sandbox. */
  callBack(options: CallbackOptions): void;
  stop(): Promise<void>;
}
