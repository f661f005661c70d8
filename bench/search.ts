import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import pg from 'pg';
import { pino } from 'pino';
import { startPostgres } from '../embedded/postgres/launcher.ts';
import { migrate, openDatabase } from '../subgraphs/kit/database.ts';
import { type Asked, candidatesOf, type Rooms } from '../subgraphs/openim/archive/candidates.ts';
import { wantedOf } from '../subgraphs/openim/archive/filter.ts';
import { percentile } from './sample.ts';
import { fill, group, ideograph, person, word } from './search-world.ts';

const ROWS = 1_000_000;
const TIMES = 30;
/** Rows of a page, and one more. */
const LIMIT = 21;

const log = pino({ level: 'silent' });

/** Somebody in the middle: in a hundred conversations, small and large. */
const OWN: Rooms = { ids: Array.from({ length: 100 }, (_, nth) => group(5 + nth * 45)), begins: { [group(5)]: 100 } };
/** Somebody new, in small conversations that few write to. */
const FEW: Rooms = { ids: [4_000, 4_100, 4_200].map(group), begins: {} };
const LARGEST: Rooms = { ids: [group(0)], begins: {} };

type Filter = Parameters<typeof wantedOf>[0];
const search = (filter: Filter, rooms: Rooms | null): Asked => {
  const viewerID = rooms === null ? null : person(900);
  return { wanted: wantedOf(filter, viewerID), rooms, after: null, limit: LIMIT };
};

/** The ranks are of words and characters in the made-up language: lower ones are said more often. */
const QUESTIONS: Readonly<Record<string, Asked>> = {
  'own, a word that is everywhere': search({ text: word(1) }, OWN),
  'own, a rare word': search({ text: word(20_000) }, OWN),
  'own, two words': search({ text: `${word(40)} ${word(300)}` }, OWN),
  'own, a piece of a word': search({ text: word(15_000).slice(2) }, OWN),
  'own, a word that nobody said': search({ text: 'xylophone' }, OWN),
  'own, two Chinese characters, frequent': search({ text: ideograph(1) + ideograph(2) }, OWN),
  'own, two Chinese characters, rare': search({ text: ideograph(900) + ideograph(40) }, OWN),
  'own, mentions of oneself': search({ has: ['MENTION_OF_ME'] }, OWN),
  'own, the newest': search({}, OWN),
  'own, a word that is everywhere, in three small': search({ text: word(1) }, FEW),
  'own, a piece of many words, in three small': search({ text: word(35).slice(0, 3) }, FEW),
  'own, the newest, in three small': search({}, FEW),
  'pictures of the largest conversation': search({ has: ['PICTURE'] }, LARGEST),
  'a rare word in the largest conversation': search({ text: word(20_000) }, LARGEST),
  'all, a word that is everywhere': search({ text: word(1) }, null),
  'all, a rare word': search({ text: word(20_000) }, null),
  'all, of one sender': search({ senderID: person(30) }, null),
  'all, a word of one sender': search({ senderID: person(0), text: word(20_000) }, null),
};

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** What Postgres reads, by its own word. */
const readsOf = (plan: Plan): string[] => [
  ...(plan['Index Name'] ? [plan['Index Name']] : plan['Node Type'] === 'Seq Scan' ? ['every row'] : []),
  ...(plan.Plans ?? []).flatMap(readsOf),
];

async function planOf(db: Knex, question: Asked): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<{ sql: string; bindings: readonly Knex.RawBinding[] }>();
  db.once('query', resolve);
  await candidatesOf(db, question);
  const { sql, bindings } = await promise;
  const plain = sql.replaceAll(/\$\d+/g, '?');
  const { rows } = await db.raw<{ rows: { 'QUERY PLAN': [{ Plan: Plan }] }[] }>(
    `explain (format json) ${plain}`,
    bindings,
  );
  return rows.flatMap((row) => readsOf(row['QUERY PLAN'][0].Plan)).join(' and ');
}

async function ask(db: Knex): Promise<void> {
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const times: number[] = [];
    let found = 0;
    for (let nth = 0; nth < TIMES; nth += 1) {
      const began = performance.now();
      found = (await candidatesOf(db, question)).length;
      times.push(performance.now() - began);
    }
    const [median, most] = [0.5, 0.95].map((share) => percentile(times, share).toFixed(1).padStart(7));
    const by = await planOf(db, question);
    process.stdout.write(`${name.padEnd(48)} ${String(found).padStart(3)} found ${median} ms ${most} ms  ${by}\n`);
  }
}

/** As autovacuum does it by itself, after a while. It may take longer than any statement of the product. */
async function tidy(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('vacuum analyze openim.message_index');
  await client.end();
}

/** `node bench/search.ts [postgresql://…/an-empty-database [rows]]`; without an address, an embedded Postgres. */
async function main([address, asked = String(ROWS)]: readonly (string | undefined)[]): Promise<void> {
  await using undo = new AsyncDisposableStack();
  let url = address;
  if (url === undefined) {
    const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
    undo.defer(() => rm(dataDir, { recursive: true, force: true }));
    const postgres = await startPostgres({ dataDir, log });
    undo.defer(() => postgres.stop());
    url = postgres.url;
  }
  const db = openDatabase(url, log);
  undo.defer(() => db.destroy());
  const directory = join(import.meta.dirname, '../subgraphs/openim/migrations');
  await migrate(db, { schema: 'openim', directory });
  const began = performance.now();
  const rows = Number(asked);
  await fill(db, rows, (done) => {
    if (done % 50_000 === 0) process.stdout.write(`${done} messages archived\n`);
  });
  const seconds = (performance.now() - began) / 1_000;
  process.stdout.write(`${rows} messages in ${seconds.toFixed(0)} s, ${(rows / seconds).toFixed(0)} a second\n`);
  await tidy(url);
  const { rows: sizes } = await db.raw<{ rows: { name: string; size: string }[] }>(
    `select relname as name, pg_size_pretty(pg_relation_size(oid)) as size from pg_class
      where relname like 'message_index%' order by pg_relation_size(oid) desc`,
  );
  for (const { name, size } of sizes) process.stdout.write(`${name.padEnd(42)} ${size}\n`);
  await ask(db);
}

await main(process.argv.slice(2));
