import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { Fault } from '../../kit/fault.ts';
import type { Store } from '../../kit/store.ts';
import type { OTPLimits } from '../settings.ts';
import type { Destination } from './destination.ts';

const HOUR = 3_600_000;

interface Counted {
  readonly count: number;
  readonly resetsIn: number;
}

/** Counts in the shared store, so that limits hold over all nodes; on this node alone while the store is away. */
export interface Limiter {
  /** Counts one more; throws `reason` with `retryAfter` past `most`. */
  take(name: string, rule: { most: number; window: number; reason?: 'OTP_LIMIT' | 'RATE_LIMITED' }): Promise<void>;
}

export function createLimiter(store: Store): Limiter {
  const own = new LRUCache<string, { count: number; until: number }>({ max: 50_000 });

  const countHere = (key: string, window: number): Counted => {
    const known = own.get(key);
    const now = Date.now();
    const entry = known !== undefined && known.until > now ? known : { count: 0, until: now + window };
    entry.count += 1;
    own.set(key, entry, { ttl: entry.until - now });
    return { count: entry.count, resetsIn: entry.until - now };
  };

  return {
    async take(name, { most, window, reason = 'RATE_LIMITED' }) {
      // Addresses of people are no keys that an operator should read.
      const key = `identity:limit:${createHash('sha256').update(name).digest('base64url')}`;
      const { count, resetsIn } = await store.count(key, window).catch(() => countHere(key, window));
      if (count > most) throw new Fault(reason, { retryAfter: new Date(Date.now() + resetsIn).toISOString() });
    },
  };
}

/** The limits of one-time codes. They are the same for an account that exists and for one that does not. */
export interface CodeLimits {
  /** Before a code is made. Resolves with when the next one may be asked for. */
  request(destination: Destination, ip: string): Promise<Date>;
  /** Before a code is looked at. */
  verify(device: string): Promise<void>;
}

export function createCodeLimits(limiter: Limiter, limits: OTPLimits): CodeLimits {
  const resend = limits.resend * 1000;

  return {
    async request({ channel, address }, ip) {
      const to = `${channel}:${address}`;
      const most = (count: number, window: number) => ({ most: count, window, reason: 'OTP_LIMIT' as const });
      await limiter.take(`otp:from:${ip}`, most(limits.addressHour, HOUR));
      await limiter.take(`otp:again:${to}`, { most: 1, window: resend }).catch((error: unknown) => {
        if (!(error instanceof Fault) || error.reason !== 'RATE_LIMITED') throw error;
        throw new Fault('RESEND_TOO_SOON', { resendAfter: String(error.extensions.retryAfter) });
      });
      await limiter.take(`otp:hour:${to}`, most(limits.destinationHour, HOUR));
      await limiter.take(`otp:day:${to}`, most(limits.destinationDay, 24 * HOUR));
      return new Date(Date.now() + resend);
    },
    verify: (device) => limiter.take(`otp:try:${device}`, { most: limits.deviceHour, window: HOUR }),
  };
}
