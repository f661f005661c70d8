import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { type CaseChanged, type CaseRow, changeCase, heldCase } from './case.ts';
import { mustHold } from './claims.ts';
import { anotherRound } from './open.ts';

/** Takes a decided case up again, as urgent as it was. What was decided stays, until something else is. */
export async function reopen(
  id: string,
  by: string,
  { on, changed }: { on: Knex.Transaction; changed: CaseChanged },
): Promise<CaseRow> {
  const row = await heldCase(id, on);
  mustHold(row, by);
  if (row.state !== 'RESOLVED') throw new Fault('ALREADY_SO');
  return changeCase(id, anotherRound(row), { on, changed });
}
