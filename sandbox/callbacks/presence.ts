import { platformName } from '../token/platform.ts';
import type { Callbacks } from './callbacks.ts';

/** Tells who came and who went, a batch at a time. */
export class PresenceCallbacks {
  private readonly callbacks: Callbacks;
  private batches = 0;

  constructor(callbacks: Callbacks) {
    this.callbacks = callbacks;
  }

  /** Which connection it was, and whether its app is in the background, is never said upstream. */
  tell(userID: string, { came, went }: { came: readonly number[]; went: readonly number[] }): void {
    this.batches += 1;
    const operationID = `p_${process.pid}_${this.batches}`;
    const who = (platformID: number) => ({
      operationID,
      platformID,
      platform: platformName(platformID),
      userID,
      seq: Date.now(),
    });
    for (const platformID of came) {
      const body = { ...who(platformID), isAppBackground: false, connID: '' };
      void this.callbacks.after('afterUserOnline', { body, operationID });
    }
    for (const platformID of went)
      void this.callbacks.after('afterUserOffline', { body: { ...who(platformID), connID: '' }, operationID });
  }
}
