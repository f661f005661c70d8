import type { CallbackName } from './names.ts';
import type { QueueLimits } from './queue.ts';

export interface CallbackFilter {
  /** Receivers whose messages are told; empty or absent: all. */
  attentionIds?: readonly string[];
  /** Content types that are passed over. */
  deniedTypes?: readonly number[];
}

/** As in OpenIM's webhooks.yml, except that what is not said is on. */
export interface CallbackOptions {
  /** Each callback is posted to `<url>/<command>`; user and password within become Basic credentials. */
  url: string;
  /** Which ones are sent. */
  only?: readonly CallbackName[];
  /** Seconds that an answer may take: 5 when absent; 0 leaves it to the HTTP client, which takes 15. */
  timeout?: number;
  filters?: Partial<Record<CallbackName, CallbackFilter>>;
  /** Of after-callbacks, for each service. */
  queue?: Partial<QueueLimits>;
}
