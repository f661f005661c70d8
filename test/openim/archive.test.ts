import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { migrate, openDatabase } from '../../subgraphs/kit/database.ts';
import type { ChatEvent, Consumer, Fact, KeptMessage } from '../../subgraphs/kit/events.ts';
import { type Asked, candidatesOf } from '../../subgraphs/openim/archive/candidates.ts';
import { createArchiveConsumer } from '../../subgraphs/openim/archive/consumer.ts';
import { entryOf } from '../../subgraphs/openim/archive/entry.ts';
import { wantedOf } from '../../subgraphs/openim/archive/filter.ts';
import { archivePersonal } from '../../subgraphs/openim/archive/personal.ts';
import { spelling } from '../../subgraphs/openim/archive/spelling.ts';
import { createArchiveTable } from '../../subgraphs/openim/archive/table.ts';
import { log } from '../openim-rest/double.ts';
import { type EmptyDatabase, emptyDatabase } from '../world/database.ts';

const span = { signal: AbortSignal.timeout(120_000), log };

function told(message: Partial<KeptMessage> & { text?: string }): KeptMessage {
  const { text = 'something', ...more } = message;
  const seq = more.seq ?? 1;
  return {
    ...{ conversationID: 'sg_tea', seq, serverMsgID: `server${seq}`, clientMsgID: `client${seq}`, sendID: 'ann' },
    ...{ recvID: '', groupID: 'tea', senderPlatformID: 5, senderNickname: 'Ann', senderFaceURL: '', sessionType: 3 },
    ...{ msgFrom: 100, contentType: 101, content: JSON.stringify({ content: text }), status: 2, atUserIDList: [] },
    ...{ sendTime: 1_700_000_000_000 + seq, createTime: 1_700_000_000_000 + seq, ex: '' },
    ...more,
  };
}

const saved = (message: Parameters<typeof told>[0]): Fact => ({ kind: 'MESSAGE_SAVED', message: told(message) });
const revoked = (conversationID: string, seq: number): Fact => ({
  ...{ kind: 'MESSAGE_REVOKED', conversationID, seq, userID: 'ann' },
});
const event = (fact: Fact): ChatEvent => ({
  ...{ id: '1', key: 'key', stream: 'stream', at: new Date(0), source: 'CALLBACK', fact },
});

describe('the archive', () => {
  let database: EmptyDatabase;
  let db: Knex;
  let consumer: Consumer;
  let rooms = 0;

  before(async () => {
    database = await emptyDatabase();
    db = openDatabase(database.url, log);
    const directory = join(import.meta.dirname, '../../subgraphs/openim/migrations');
    await migrate(db, { schema: 'openim', directory });
    consumer = createArchiveConsumer(createArchiveTable(db));
  });
  after(async () => {
    await db.destroy();
    await database[Symbol.asyncDispose]();
  });

  const room = (): string => {
    rooms += 1;
    return `sg_room${rooms}`;
  };
  const tell = (...facts: readonly Fact[]): Promise<void> => consumer.handle(facts.map(event), span);
  const asked = (filter: Parameters<typeof wantedOf>[0]): Asked => ({
    ...{ wanted: wantedOf(filter, null), rooms: null, after: null, limit: 100 },
  });
  const seqs = async (conversationID: string, filter: object = {}): Promise<number[]> =>
    (await candidatesOf(db, asked({ ...filter, conversationID }))).map(({ seq }) => seq);

  test('keeps a message once, however often and in whatever order it is told', async () => {
    const conversationID = room();
    const [one, two] = [1, 2].map((seq) => saved({ conversationID, seq, text: `teaword ${seq}` }));
    assert.ok(one && two);
    await tell(two, one, two);
    await tell(one);
    assert.deepEqual(await seqs(conversationID, { text: 'teaword' }), [2, 1]);
  });

  test('lets go of what was taken back, whichever is told first, and keeps where it was', async () => {
    const conversationID = room();
    const [one, two] = [1, 2].map((seq) => saved({ conversationID, seq, text: 'backword' }));
    assert.ok(one && two);
    await tell(one, revoked(conversationID, 1));
    await tell(revoked(conversationID, 2));
    await tell(two, one);
    assert.deepEqual(await seqs(conversationID), []);
    const rows = await db.table('openim.message_index').where({ conversation_id: conversationID }).orderBy('seq');
    assert.deepEqual(
      rows.map((row) => [row.server_msg_id, row.send_id, row.content_type, row.words, row.raw]),
      ['server1', 'server2'].map((id) => [id, 'ann', 2101, null, null]),
    );
  });

  test('fills in what was only known by its place', async () => {
    const conversation_id = room();
    const place = { conversation_id, seq: 1, server_msg_id: 'server1', client_msg_id: 'client1', send_id: 'ann' };
    await db.table('openim.message_index').insert({ ...place, sent_at: new Date(1_700_000_000_001) });
    assert.deepEqual(await seqs(conversation_id), []);
    await tell(saved({ conversationID: conversation_id, text: 'filledword' }));
    assert.deepEqual(await seqs(conversation_id, { text: 'filledword' }), [1]);
  });

  test('takes whatever a client wrote, and channels that are no conversation it leaves', async () => {
    const conversationID = room();
    const odd = [
      { content: 'no JSON', contentType: 101 },
      { content: '{"content":"nul \\u0000 half \\ud800 oddword"}', sendID: 'a\0b', clientMsgID: '\ud800' },
      { content: JSON.stringify({ content: 'x'.repeat(30_000) }) },
      { content: JSON.stringify({ content: `${'ab '.repeat(9_000)}` }) },
      { content: '{}', contentType: 1.5 as number },
      { content: JSON.stringify({ text: 'at', atUserList: ["o'neil\\", 'n'.repeat(3_000), '\0'] }), contentType: 106 },
      { content: '{"content":"late"}', sendTime: 9e15 },
      { content: '{"content":"nothing"}', sendTime: -1e15 },
    ];
    await tell(...odd.map((each, at) => saved({ conversationID, seq: at + 1, ...each })));
    await tell(saved({ conversationID: 'n_ann', seq: 1 }), saved({ conversationID, seq: -1 }));
    await tell(
      saved({ conversationID, seq: 99, serverMsgID: '' }),
      saved({ conversationID, seq: 98, serverMsgID: '\0' }),
    );
    assert.equal((await seqs(conversationID)).length, odd.length);
    assert.deepEqual(await seqs(conversationID, { text: 'oddword' }), [2]);
  });

  test('knows links, files and mentions', async () => {
    const conversationID = room();
    const file = { sourceUrl: 'https://cdn.example/a', fileName: 'Budget_2026.xlsx', fileSize: 1 };
    const mention = { text: '@Bo and https://example.com', atUserList: ['bo'] };
    const all = { text: 'everybody', atUserList: ['AtAllTag'] };
    await tell(
      saved({ conversationID, seq: 1, contentType: 105, content: JSON.stringify(file) }),
      saved({ conversationID, seq: 2, contentType: 106, content: JSON.stringify(mention) }),
      saved({ conversationID, seq: 3, contentType: 106, content: JSON.stringify(all) }),
      saved({ conversationID, seq: 4, sendID: 'bo', contentType: 106, content: JSON.stringify(all) }),
    );
    assert.deepEqual(await seqs(conversationID, { has: ['FILE'], text: 'budget' }), [1]);
    assert.deepEqual(await seqs(conversationID, { has: ['LINK', 'FILE'] }), [2, 1]);
    assert.deepEqual(await seqs(conversationID, { contentType: 106, senderID: 'bo' }), [4]);
    const mentions = { wanted: wantedOf({ has: ['MENTION_OF_ME'] }, 'bo'), rooms: null, after: null, limit: 9 };
    assert.deepEqual(
      (await candidatesOf(db, mentions)).map(({ seq }) => seq),
      [3, 2],
    );
  });

  test('gives out what somebody wrote, and blanks it', async () => {
    const conversationID = room();
    const messages = Array.from({ length: 1_200 }, (_, at) => saved({ conversationID, seq: at + 1, sendID: 'leaver' }));
    await tell(...messages, saved({ conversationID, seq: 1_201, sendID: 'stayer' }));
    const personal = archivePersonal(db);
    const [file] = personal.files('leaver', span);
    const rows: unknown[] = [];
    for await (const row of file?.rows() ?? []) rows.push(row);
    assert.equal(rows.length, 1_200);
    assert.deepEqual(
      (await personal.erase('leaver', span)).map(({ count }) => count),
      [1_200],
    );
    assert.deepEqual(await personal.erase('leaver', span), []);
    assert.deepEqual(await seqs(conversationID), [1_201]);
    // Told again, it does not come back.
    await tell(...messages);
    assert.deepEqual(await seqs(conversationID), [1_201]);
    assert.ok(!JSON.stringify(await db.table('openim.message_index')).includes('leaver'));
  });

  test('finds every piece of three letters, and of one where nothing divides words, of whatever was written', async () => {
    const letter = fc.constantFrom(...'abcdefgéßİςñЖй한국어北京大学手机กรุงเทพカﾞｶ①ﬁ👍🏽هि-_.@/’'.split(/(?:)/u));
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 24 });
    const texts = fc.sample(fc.array(word, { minLength: 1, maxLength: 6 }), { numRuns: 2_000, seed: 11 });
    const asked = texts.flatMap((words, at) => {
      const letters = [...spelling(words[at % words.length] ?? '')];
      const from = at % 7;
      const piece = letters.slice(from, from + 3 + (at % 5)).join('');
      return /[\p{L}\p{N}]{3}/u.test(piece) && !/\s/u.test(piece) ? [{ text: words.join(' '), piece }] : [];
    });
    assert.ok(asked.length > 500);
    const rows = asked.map(({ text, piece }, seq) => {
      const { query, pieces } = wantedOf({ text: piece }, null);
      const { terms, words } = entryOf('sg_any', told({ seq, text }));
      return { terms, words, query, pieces, piece };
    });
    const { rows: missed } = await db.raw<{ rows: object[] }>(
      `select words, piece from jsonb_to_recordset(?::jsonb)
           as each (terms tsvector, words text, query tsquery, pieces text[], piece text)
        where not (terms @@ query and (select coalesce(bool_and(strpos(words, p) > 0), true) from unnest(pieces) as p))`,
      [JSON.stringify(rows)],
    );
    assert.deepEqual(missed, []);
  });

  test('is read by its indexes', async () => {
    const entries = Array.from({ length: 20_000 }, (_, at) =>
      entryOf(`sg_many${at % 50}`, told({ seq: at + 1, text: `every ${at} 第${at % 977}章`, sendID: `p${at % 400}` })),
    );
    await createArchiveTable(db).keep(entries);
    await db.raw('vacuum analyze openim.message_index');
    const few = { ids: ['sg_many1', 'sg_many2'], begins: {} };
    const questions: [Asked, RegExp][] = [
      [asked({ text: '19871' }), /message_index_terms/],
      [asked({ text: '第97' }), /message_index_terms/],
      [asked({ text: 'every' }), /message_index_newest/],
      [asked({ senderID: 'p7' }), /message_index_sender/],
      [{ ...asked({}), rooms: few }, /message_index_(room|newest)/],
    ];
    for (const [question, index] of questions) {
      const plan = await planOf(db, question);
      assert.match(plan, index);
      assert.doesNotMatch(plan, /Seq Scan/);
    }
  });
});

async function planOf(db: Knex, question: Asked): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<{ sql: string; bindings: readonly Knex.RawBinding[] }>();
  db.once('query', resolve);
  await candidatesOf(db, question);
  const { sql, bindings } = await promise;
  const { rows } = await db.raw<{ rows: object[] }>(`explain ${sql.replaceAll(/\$\d+/g, '?')}`, bindings);
  return JSON.stringify(rows);
}
