import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { changeCase, heldCase } from '../cases/case.ts';
import { mustHold } from '../cases/claims.ts';
import { isID } from '../words.ts';
import { type ActionRow, actions } from './action.ts';
import { type DecidingParts, effect, type Taken } from './take.ts';

type Parts = DecidingParts & { readonly on: Knex.Transaction };

/** The proposal, and its case, which nobody else changes meanwhile. */
async function proposal(id: string, by: string, on: Knex.Transaction) {
  const found = isID(id) ? await actions(on).where({ id }).first<ActionRow | undefined>() : undefined;
  if (found === undefined) throw new Fault('NOT_FOUND', { what: 'The action' });
  const held = await heldCase(found.case_id, on);
  const action = await actions(on).where({ id }).first<ActionRow>();
  if (action.state !== 'PROPOSED') throw new Fault('ALREADY_SO');
  mustHold(held, by);
  return { held, action };
}

/** Somebody else than who proposed it says yes: it is done. */
export async function confirm(id: string, by: string, { on, ...parts }: Parts): Promise<Taken> {
  const { held, action } = await proposal(id, by, on);
  if (action.decided_by === by) throw new Fault('SECOND_OPINION_NEEDED');
  await actions(on).where({ id }).update({ opinion_by: by, opinion_at: new Date() });
  const deciding = { held, by: action.decided_by, keepOpen: false };
  const { row, made } = await effect({ ...action, opinion_by: by }, deciding, { on, ...parts });
  // Two have looked at it, and nobody is at it any more.
  const free = await changeCase(row.id, { claimed_by: null, claimed_until: null }, { on, changed: parts.changed });
  const entry = { action: 'case.confirm', target: `case:${held.id}`, after: { kind: action.kind, action: id } };
  return { row: free, made, entry };
}

/** Anybody may decline it, who proposed it too; the case waits for another decision. */
export async function decline(
  id: string,
  by: string,
  { on, note, changed }: Parts & { note: string | null },
): Promise<Taken> {
  const { held, action } = await proposal(id, by, on);
  const opinion = { opinion_by: by, opinion_at: new Date(), opinion_note: note };
  const [made] = await actions(on)
    .where({ id })
    .update({ ...opinion, state: 'DECLINED' })
    .returning<ActionRow[]>('*');
  const row = await changeCase(held.id, {}, { on, changed });
  const entry = { action: 'case.decline', target: `case:${held.id}`, after: { kind: action.kind, action: id } };
  return { row, made: [made as ActionRow], entry };
}
