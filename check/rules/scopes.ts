import { ALL_SCOPES } from '../../subgraphs/identity/admins/scopes.ts';
import { readDecisions } from '../decisions.ts';

/** A scope that no role has opens nothing. */
export const scopeFaults = (decisions: string, known: readonly string[] = ALL_SCOPES): string[] =>
  [...new Set(readDecisions(decisions).flatMap(({ scopes }) => scopes))]
    .filter((scope) => !known.includes(scope))
    .map(
      (scope) => `subgraphs/identity/admins/scopes.ts: ${scope} is taken by a field and stands in no row of SCOPES.`,
    );
