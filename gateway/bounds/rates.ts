import type { Counter } from '../../subgraphs/kit/counter.ts';
import { networkOf } from '../../subgraphs/kit/network.ts';
import type { Credential } from '../authenticate/authenticate.ts';
import { type ByRole, mostOf } from './by-role.ts';

const MINUTE = 60_000;

/**
 * Requests a minute: of one user or admin, of one admin by their role, and of one network without credentials. Absent:
 * as many as there are.
 */
export interface RateLimits extends ByRole {
  readonly viewerMinute?: number;
  readonly addressMinute?: number;
}

/** What is left to one caller. */
export interface Room {
  /** Of the limit, for `RateLimit-Policy`. */
  readonly name: 'viewer' | 'address';
  readonly most: number;
  /** Below 0: this request was one too many. */
  readonly left: number;
  /** ms. */
  readonly resetsIn: number;
}

/** Requests, counted by who makes them; every node counts the same. */
export interface Rates {
  /** Counts one more; null where there is no limit. */
  take(credential: Credential, ip: string): Promise<Room | null>;
}

export function createRates(counter: Counter, limits: RateLimits): Rates {
  return {
    async take(credential, ip) {
      const viewer = credential.kind === 'signed' ? credential.session.viewer : credential.viewer;
      const name = viewer.kind === 'anonymous' ? 'address' : 'viewer';
      const most = name === 'viewer' ? mostOf(viewer, limits, limits.viewerMinute) : limits.addressMinute;
      if (most === undefined) return null;
      const who = viewer.kind === 'anonymous' ? networkOf(ip) : `${viewer.kind}:${viewer.id}`;
      const { count, resetsIn } = await counter.count(`gateway:rate:${who}`, MINUTE);
      return { name, most, left: most - count, resetsIn };
    },
  };
}

/** The fields of `draft-ietf-httpapi-ratelimit-headers`. */
export function rateHeaders({ name, most, left, resetsIn }: Room): Record<string, string> {
  const seconds = Math.ceil(resetsIn / 1000);
  return {
    'ratelimit-policy': `"${name}";q=${most};w=${MINUTE / 1000}`,
    ratelimit: `"${name}";r=${Math.max(0, left)};t=${seconds}`,
  };
}
