import { createHash } from 'node:crypto';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { createGuardedFetch } from '../../../kit/guarded-fetch.ts';
import type { TextLabel } from '../conditions/subject.ts';

export interface TextClassifierSettings {
  readonly url: string;
  /** `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks). */
  readonly secret: string;
}

export interface AskedText {
  readonly id: string;
  readonly text: string;
}

export interface TextClassifier {
  /** By id; a text that nothing is said of has no labels. Rejects with {@link NoLabels}. */
  ask(texts: readonly AskedText[], signal: AbortSignal): Promise<ReadonlyMap<string, readonly TextLabel[]>>;
  close(): Promise<void>;
}

/** The classifier was not reached, or did not answer as agreed. */
export class NoLabels extends Error {
  readonly code: string;

  /** `code`: what the network, or the breaker, calls it. */
  constructor(code: string) {
    super('The classifier of texts did not answer.');
    this.name = 'NoLabels';
    this.code = code;
  }
}

const ASK_MS = 10_000;
const MOST_ANSWERED = 1_024 * 1_024;
/** Then it is left alone for a while. */
const FAILURES = 5;
const PAUSE_MS = 10_000;

const Answer = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      labels: z.array(z.object({ name: z.string().max(100), score: z.number().min(0).max(1) })).max(100),
    }),
  ),
});

/** POST with JSON, signed as Standard Webhooks 1.0 says; `webhook-id` is the same for the same texts. */
export function createTextClassifier({ url, secret }: TextClassifierSettings): TextClassifier {
  const fetch = createGuardedFetch({ allowPrivate: true });
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: PAUSE_MS,
    breaker: new ConsecutiveBreaker(FAILURES),
  });

  async function post(texts: readonly AskedText[], signal: AbortSignal): Promise<ReadonlyMap<string, TextLabel[]>> {
    const body = JSON.stringify({ texts });
    const at = new Date();
    const id = `texts_${createHash('sha256').update(body).digest('base64url')}`;
    const { status, bytes } = await fetch.ask(url, {
      ...{ method: 'POST', body, timeout: ASK_MS, most: MOST_ANSWERED, signal },
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      },
    });
    if (status !== 200) throw new NoLabels(`HTTP_${status}`);
    const { results } = Answer.parse(JSON.parse(bytes.toString('utf8')));
    return new Map(results.map((result) => [result.id, result.labels]));
  }

  return {
    async ask(texts, signal) {
      if (breaker.state === CircuitState.Open) throw new NoLabels('LEFT_ALONE');
      return breaker
        .execute(() => post(texts, signal))
        .catch((error: unknown) => {
          signal.throwIfAborted();
          if (error instanceof NoLabels) throw error;
          // The error's own words may hold what people wrote.
          throw new NoLabels(String((error as { code?: unknown }).code ?? 'ANSWER_NOT_AS_AGREED'));
        });
    },
    close: () => fetch.close(),
  };
}
