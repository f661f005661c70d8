import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { Fault } from '../kit/fault.ts';
import { isID, wordsIn } from './words.ts';

export interface CannedNote {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const LONGEST_TITLE = 100;
const LONGEST_TEXT = 2_000;

const table = (db: Knex) => db.table('moderation.canned_notes');

export const cannedNotes = (db: Knex): Promise<CannedNote[]> =>
  table(db).orderBy('title').select<CannedNote[]>('id', 'title', 'text');

export async function saveCannedNote(note: { title: string; text: string }, on: Knex): Promise<CannedNote> {
  const title = wordsIn(note.title, 'title', LONGEST_TITLE);
  const text = wordsIn(note.text, 'text', LONGEST_TEXT);
  const [row] = await table(on)
    .insert({ id: sortableID(), title, text })
    .onConflict('title')
    .merge({ text, updated_at: on.fn.now() })
    .returning<CannedNote[]>(['id', 'title', 'text']);
  return row as CannedNote;
}

export async function removeCannedNote(id: string, on: Knex): Promise<void> {
  if (!isID(id) || (await table(on).where({ id }).delete()) === 0) throw new Fault('NOT_FOUND', { what: 'The note' });
}
