import { readFileSync } from 'node:fs';

/** The composed supergraph, as it is checked in. */
export const readSupergraph = (): string =>
  readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
