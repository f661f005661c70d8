import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { graphqlSync } from 'graphql';
import type { Logger } from 'pino';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import type { Part } from './compose.ts';
import { keepForRestart } from './keep.ts';

/** How a subgraph is asked what it is. */
export const QUERY = '{ _service { sdl } }';

/** A supergraph, and what its subgraphs said that they are. */
export interface Composition {
  readonly parts: readonly Part[];
  readonly sdl: string;
}

/** What was composed while we ran, for the next start. */
export interface Compositions {
  /** Serves the last one, or `own` where there is none, where it cannot be served, or where it is of another program. */
  begin<Served>(serve: (sdl: string) => Served, own: string): Served;
  /** What the subgraphs are in what was begun with. */
  parts(): readonly Part[];
  keep(composition: Composition): void;
}

export interface CompositionsParts {
  /** Where the last one is kept; null: nowhere. */
  readonly file: string | null;
  /** As this program knows them. */
  readonly subgraphs: readonly Subgraph[];
  readonly log: Logger;
}

export function openCompositions({ file, subgraphs, log }: CompositionsParts): Compositions {
  let parts: readonly Part[] = subgraphs.map(({ name, schema }) => ({ name, sdl: sdlOf(schema) }));
  const of = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return {
    begin(serve, own) {
      try {
        const last = file === null ? null : read(file, of);
        if (last === null) return serve(own);
        const served = serve(last.sdl);
        parts = last.parts;
        return served;
      } catch (error) {
        log.error({ err: error }, 'the supergraph that was kept for a restart cannot be served');
        return serve(own);
      }
    },
    parts: () => parts,
    keep(composition) {
      if (file !== null) keepForRestart(file, JSON.stringify({ of, ...composition }), log);
    },
  };
}

function read(file: string, of: string): Composition | null {
  if (!existsSync(file)) return null;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Composition & { readonly of: string };
  return kept.of === of ? kept : null;
}

const sdlOf = (schema: Subgraph['schema']): string => readSDL(graphqlSync({ schema, source: QUERY }).data) ?? '';

/** What it says that it is; null where it does not. */
export function readSDL(data: unknown): string | null {
  const { _service: service } = (data ?? {}) as { _service?: { sdl?: unknown } | null };
  return typeof service?.sdl === 'string' ? service.sdl : null;
}
