import type { Knex } from 'knex';
import type { Announce } from '../../kit/events.ts';
import { badInput, Fault } from '../../kit/fault.ts';
import { oweNotices } from '../notices/owe.ts';
import { heldNotice } from '../notices/texts.ts';
import { isID } from '../words.ts';
import { announcedDecision } from './announced.ts';
import { type HeldRow, held } from './hold.ts';

export interface HeldDecision {
  /** None twice. */
  readonly ids: readonly string[];
  readonly release: boolean;
  /** What the sender is told, where it is not sent. */
  readonly explanation: string | null;
}

const MOST = 100;

/** All of them or none. Throws ALREADY_HANDLED where somebody else has decided one. */
export async function decideHeld(
  decision: HeldDecision,
  by: string,
  { on, announce }: { on: Knex.Transaction; announce: Announce },
): Promise<readonly HeldRow[]> {
  const { ids, release, explanation } = decision;
  if (ids.length === 0 || ids.length > MOST) throw badInput('input.ids', `1 to ${MOST} ids are expected`);
  if (!ids.every(isID)) throw new Fault('NOT_FOUND', { what: 'The message' });
  const found = await held(on).whereIn('id', ids).orderBy('id').forUpdate().select<HeldRow[]>();
  if (found.length < ids.length) throw new Fault('NOT_FOUND', { what: 'The message' });
  if (found.some(({ state }) => state !== 'WAITING')) throw new Fault('ALREADY_HANDLED');
  const state = release ? ({ state: 'RELEASING', next_at: new Date() } as const) : ({ state: 'DECLINED' } as const);
  const rows = await held(on)
    .whereIn('id', ids)
    .update({ ...state, decided_by: by, decided_at: new Date(), explanation })
    .returning<HeldRow[]>('*');
  if (!release) await oweNotices(rows.map(heldNotice), on);
  await announce(
    on,
    rows.map((row) => announcedDecision(row, release ? 'RELEASED' : 'DECLINED')),
  );
  return rows;
}
