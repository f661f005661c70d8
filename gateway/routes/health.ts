import type { FastifyInstance } from 'fastify';
import type { Observer } from '../observe.ts';

/** Something that this node stands on. */
export interface Dependency {
  readonly name: string;
  /** Whether a node without it should get no requests. */
  readonly needed: boolean;
  /** Resolves when it answers. */
  check(signal: AbortSignal): Promise<unknown>;
}

export interface HealthRoutes {
  readonly dependencies: () => readonly Dependency[];
  readonly observer: Observer;
  /** Whether it has too much to do for more. */
  readonly overloaded: () => boolean;
  /** Whether this node is on its way out. */
  readonly stopping: () => boolean;
}

const CHECK_MS = 1_500;

export function serveHealth(
  app: FastifyInstance,
  { dependencies, observer, overloaded, stopping }: HealthRoutes,
): void {
  app.get('/healthz', async () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    const states = await Promise.all(dependencies().map(stateOf));
    const ready = !stopping() && !overloaded() && states.every(({ up, needed }) => up || !needed);
    reply.code(ready ? 200 : 503).header('cache-control', 'no-store');
    return {
      status: stopping() ? 'stopping' : overloaded() ? 'overloaded' : ready ? 'ready' : 'not ready',
      dependencies: Object.fromEntries(states.map(({ name, up }) => [name, up ? 'up' : 'down'])),
    };
  });

  app.get('/metrics', async (_request, reply) => {
    const { type, text } = await observer.page();
    return reply.type(type).send(text);
  });
}

/** Up or down and no more: why it is down is in the log, and may name hosts. */
async function stateOf({ name, needed, check }: Dependency): Promise<{ name: string; needed: boolean; up: boolean }> {
  const signal = AbortSignal.timeout(CHECK_MS);
  const late = new Promise<false>((resolve) => signal.addEventListener('abort', () => resolve(false), { once: true }));
  const answered = check(signal).then(
    () => true,
    () => false,
  );
  return { name, needed, up: await Promise.race([answered, late]) };
}
