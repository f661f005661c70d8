import { createHash } from 'node:crypto';
import { createCounter } from '../../kit/counter.ts';
import { Fault } from '../../kit/fault.ts';
import { networkOf } from '../../kit/network.ts';
import type { Keys } from '../sessions/store-gate.ts';
import type { OTPLimits } from '../settings.ts';
import type { Destination } from './destination.ts';

const HOUR = 3_600_000;

/** Counts in the shared store, so that limits hold over all nodes; on this node alone while the store is away. */
export interface Limiter {
  /** Counts one more; throws `reason` with `retryAfter` past `most`. */
  take(name: string, rule: { most: number; window: number; reason?: 'OTP_LIMIT' | 'RATE_LIMITED' }): Promise<void>;
}

export function createLimiter(store: Pick<Keys, 'count'>): Limiter {
  const counter = createCounter(store);
  return {
    async take(name, { most, window, reason = 'RATE_LIMITED' }) {
      // Addresses of people are no keys that an operator should read.
      const key = `identity:limit:${createHash('sha256').update(name).digest('base64url')}`;
      const { count, resetsIn } = await counter.count(key, window);
      if (count > most) throw new Fault(reason, { retryAfter: new Date(Date.now() + resetsIn).toISOString() });
    },
  };
}

/** The limits of one-time codes. They are the same for an account that exists and for one that does not. */
export interface CodeLimits {
  /** Before a code is made. Resolves with when the next one may be asked for. */
  request(destination: Destination, ip: string): Promise<Date>;
  /** Before a code is looked at: by device, or, where it names none, by the client's address. */
  verify(device: string | null, ip: string): Promise<void>;
}

export function createCodeLimits(limiter: Limiter, limits: OTPLimits): CodeLimits {
  const resend = limits.resend * 1000;

  async function waitBetween(to: string): Promise<void> {
    if (resend === 0) return;
    try {
      await limiter.take(`otp:again:${to}`, { most: 1, window: resend });
    } catch (error) {
      if (!(error instanceof Fault) || error.reason !== 'RATE_LIMITED') throw error;
      throw new Fault('RESEND_TOO_SOON', { resendAfter: String(error.extensions.retryAfter) });
    }
  }

  return {
    async request({ channel, address }, ip) {
      const to = `${channel}:${address}`;
      const most = (count: number, window: number) => ({ most: count, window, reason: 'OTP_LIMIT' as const });
      await limiter.take(`otp:from:${networkOf(ip)}`, most(limits.addressHour, HOUR));
      await waitBetween(to);
      await limiter.take(`otp:hour:${to}`, most(limits.destinationHour, HOUR));
      await limiter.take(`otp:day:${to}`, most(limits.destinationDay, 24 * HOUR));
      return new Date(Date.now() + resend);
    },
    verify: (device, ip) =>
      limiter.take(`otp:try:${device ?? networkOf(ip)}`, { most: limits.deviceHour, window: HOUR }),
  };
}
