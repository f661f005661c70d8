import type { Knex } from 'knex';

/** Does it once all of the transaction is through, also what is around a savepoint; never where it was rolled back. */
export function afterCommit(on: Knex.Transaction, work: () => void): void {
  if (on.parentTransaction !== undefined) afterCommit(on.parentTransaction, work);
  else on.executionPromise.then(work, () => {});
}
