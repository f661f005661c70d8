import type { Knex } from 'knex';
import { v7 as sortableID } from 'uuid';
import { badInput, Fault } from '../kit/fault.ts';

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
  const title = within(note.title, 'title', LONGEST_TITLE);
  const text = within(note.text, 'text', LONGEST_TEXT);
  const [row] = await table(on)
    .insert({ id: sortableID(), title, text })
    .onConflict('title')
    .merge({ text, updated_at: on.fn.now() })
    .returning<CannedNote[]>(['id', 'title', 'text']);
  return row as CannedNote;
}

export async function removeCannedNote(id: string, on: Knex): Promise<void> {
  if ((await table(on).where({ id }).delete()) === 0) throw new Fault('NOT_FOUND', { what: 'The note' });
}

function within(words: string, field: string, most: number): string {
  const text = words.trim();
  if (text === '' || text.length > most) throw badInput(field, `1 to ${most} characters are expected`);
  return text;
}
