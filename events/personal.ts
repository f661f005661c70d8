import type { Knex } from 'knex';
import type { Fact, KeptMessage } from '../subgraphs/kit/events.ts';
import type { ErasureLine, PersonalData, PersonalSpan } from '../subgraphs/kit/personal-data.ts';
import { joined, personalTables } from '../subgraphs/kit/personal-tables.ts';
import { oddPersonal } from './door/odd.ts';

/** What is held about people to keep and deliver events. */
export const eventsPersonal = (db: Knex): PersonalData =>
  joined(
    inboxPersonal(db),
    oddPersonal(db),
    personalTables(db, 'events', [
      { table: 'coverage_readers', column: 'user_id', erase: 'delete', what: 'With whose eyes conversations are read' },
      { table: 'walked_users', column: 'user_id', erase: 'delete', what: 'When their conversations were listed' },
    ]),
  );

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly fact: Fact;
}

/** What people wrote is their messages; every other fact names them by their id. Dead letters have no text of their own. */
const inboxPersonal = (db: Knex): PersonalData => ({
  tables: ['inbox', 'set_aside'],
  files: (userID, span) => [{ name: 'inbox.jsonl', rows: () => exported(db, userID, span) }],
  async erase(userID, span) {
    let [blanked, named] = [0, 0];
    for await (const rows of naming(db, userID, span)) {
      const written = rows.flatMap(({ id, fact }) => {
        const message = messageBy(fact, userID);
        return message === null ? [] : [{ id, fact: JSON.stringify({ ...fact, message: blank(message) }) }];
      });
      await db.raw(
        `update events.inbox event set fact = told.fact from unnest(?::uuid[], ?::json[]) told(id, fact)
          where event.id = told.id`,
        [written.map(({ id }) => id), written.map(({ fact }) => fact)],
      );
      blanked += written.length;
      named += rows.length - written.length;
    }
    const lines: ErasureLine[] = [
      { what: 'Texts of their messages, on their way to who acts on them', count: blanked, kept: null },
      {
        what: 'Events that name the account',
        count: named,
        kept: 'By its id alone, until the event is dropped (EVENTS_KEPT).',
      },
    ];
    return lines.filter(({ count }) => count > 0);
  },
});

async function* exported(db: Knex, userID: string, span: PersonalSpan): AsyncIterable<unknown> {
  for await (const rows of naming(db, userID, span))
    for (const { at, fact } of rows) {
      const message = messageBy(fact, userID);
      if (message !== null) yield { at, kind: fact.kind, message };
      else if (fact.kind !== 'MESSAGE_SAVED') yield { at, kind: fact.kind };
    }
}

const messageBy = (fact: Fact, userID: string): KeptMessage | null =>
  fact.kind === 'MESSAGE_SAVED' && fact.message.sendID === userID ? fact.message : null;

const blank = (message: KeptMessage): KeptMessage => ({
  ...message,
  ...{ content: '', senderNickname: '', senderFaceURL: '', ex: '' },
});

/** Rows that one statement looks through. */
const STRETCH = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Everything in the inbox that has this id in it, a stretch at a time. */
async function* naming(db: Knex, userID: string, { signal }: PersonalSpan): AsyncIterable<readonly Row[]> {
  for (let after: string | null = FIRST; after !== null; ) {
    signal.throwIfAborted();
    const { rows }: { rows: readonly (Row & { last: string | null })[] } = await db.raw(
      `with stretch as (select id, at, fact from events.inbox where id > ? order by id limit ${STRETCH})
       select found.*, tail.id as last
         from (select max(id::text) as id from stretch) tail
         left join (select * from stretch where strpos(fact::text, ?) > 0) found on true`,
      [after, JSON.stringify(userID)],
    );
    after = rows[0]?.last ?? null;
    yield rows.filter(({ id }) => id !== null);
  }
}
