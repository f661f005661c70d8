import { parse } from 'graphql';
import type { Logger } from 'pino';
import { Piscina } from 'piscina';
import { repeat } from '../../subgraphs/kit/repeat.ts';
import { ANONYMOUS } from '../../subgraphs/kit/viewer.ts';
import type { Source, Sources } from '../executor/source.ts';
import { openScope } from '../scope.ts';
import type { Composed, Part } from './compose.ts';
import { type Compositions, QUERY, readSDL } from './compositions.ts';
import type { Supergraph } from './supergraph.ts';

export interface RecomposeParts {
  readonly compositions: Compositions;
  /** Those that say by themselves what they are. */
  readonly elsewhere: Sources;
  readonly supergraph: Supergraph;
  /** ms between two looks. */
  readonly every: number;
  readonly onChange: (outcome: 'taken' | 'refused') => void;
  readonly log: Logger;
}

/** ms for one answer, and for a composition. */
const PATIENCE_MS = 5_000;
const COMPOSING_MS = 60_000;
const IDLE_MS = 1_000;
const DOCUMENT = parse(QUERY);

class CompositionError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'CompositionError';
  }
}

/**
 * Composes anew when a subgraph in a process of its own says that it is another, and serves that. One that does not go
 * together with the others, or cannot be served, is refused once, and the last good supergraph stays.
 */
export function recompose(parts: RecomposeParts): { stop(): void } {
  const { compositions, elsewhere, supergraph, every, onChange, log } = parts;
  const composer = new Piscina<readonly Part[], Composed>({
    ...{ filename: new URL('./compose.ts', import.meta.url).href, minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS },
  });
  let known = compositions.parts();
  let settled = JSON.stringify(known);
  let before = settled;

  async function take(told: readonly Part[]): Promise<void> {
    const composed = await composer.run(told, { signal: AbortSignal.timeout(COMPOSING_MS) });
    if ('faults' in composed) throw new CompositionError(composed.faults);
    if (composed.sdl.trim() === supergraph.sdl().trim()) return;
    await supergraph.replace(composed.sdl);
    compositions.keep({ parts: told, sdl: composed.sdl });
    log.info('another supergraph is served');
    onChange('taken');
  }

  async function look(): Promise<void> {
    const told = await Promise.all(
      known.map(async (part) => ({ ...part, sdl: (await ask(elsewhere.get(part.name), log)) ?? part.sdl })),
    );
    const now = JSON.stringify(told);
    // While another is rolled out, its processes say this and that: it has to be said twice.
    const twice = now === before;
    before = now;
    if (now === settled || !twice) return;
    settled = now;
    try {
      await take(told);
      known = told;
    } catch (error) {
      log.error({ err: error }, 'a subgraph was changed to what cannot be served: the last supergraph stays');
      onChange('refused');
    }
  }
  const looking = repeat(every, look, (err) => log.warn({ err }, 'subgraphs could not be asked what they are'));
  return { stop: () => void looking.stop().then(() => composer.destroy()) };
}

/** Null where there is nobody to ask, or no answer. */
async function ask(source: Source | undefined, log: Logger): Promise<string | null> {
  if (source === undefined) return null;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const scope = openScope({ id: 'sdl', ip: '', language: 'en', signal, log, viewer: ANONYMOUS });
  const context = { scope };
  const { data } = await source.ask({
    document: DOCUMENT,
    query: QUERY,
    operationName: undefined,
    variables: {},
    context,
  });
  return readSDL(data);
}
