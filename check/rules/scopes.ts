import { ALL_SCOPES } from '../../subgraphs/identity/admins/scopes.ts';
import { readDecisions } from '../decisions.ts';
import type { SourceFile } from '../tree.ts';

const TABLE = 'subgraphs/identity/admins/scopes.ts';

/**
 * A scope that no role has opens nothing, and one that nothing takes is a promise of nothing. What takes it is a field,
 * or code that asks for it by the kind of what is to be done.
 */
export function scopeFaults(
  decisions: string,
  sources: readonly Pick<SourceFile, 'path' | 'text'>[],
  known: readonly string[] = ALL_SCOPES,
): string[] {
  const taken = new Set(readDecisions(decisions).flatMap(({ scopes }) => scopes));
  const asks = ({ path, text }: Pick<SourceFile, 'path' | 'text'>, scope: string): boolean =>
    /^(subgraphs|gateway)\//.test(path) && path !== TABLE && text.includes(`'${scope}'`);
  return [
    ...[...taken].filter((scope) => !known.includes(scope)).map((scope) => `${scope} is taken by a field, and no row.`),
    ...known
      .filter((scope) => !taken.has(scope) && !sources.some((source) => asks(source, scope)))
      .map((scope) => `${scope} is taken by nothing.`),
  ].map((fault) => `${TABLE}: ${fault}`);
}
