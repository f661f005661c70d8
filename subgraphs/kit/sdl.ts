import { readFileSync } from 'node:fs';
import { type DocumentNode, parse, Source } from 'graphql';

/** The SDL of a subgraph, `schema/<name>.graphql`; a syntax error in it names the file. */
export function readSDL(name: string): DocumentNode {
  const path = `schema/${name}.graphql`;
  return parse(new Source(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path), { noLocation: true });
}
