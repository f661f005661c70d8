import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { joinPostgres } from '../embedded/postgres/launcher.ts';
import { linkPeople, type Person } from '../subgraphs/identity/people.ts';
import { migrateIdentity } from '../subgraphs/identity/schema.ts';
import { openDatabase } from '../subgraphs/kit/database.ts';
import { readConfig } from './config.ts';
import { KEY_MAKERS } from './identity-settings.ts';
import { readPeople } from './people-file.ts';

const USAGE = `npm run admin -- <command>
  keys                 prints fresh keys, as SESSION_KEK, IDENTITY_KEY and ADMIN_JWT_KEYS take them
  import-users FILE    gives accounts to people who exist in OpenIM: userID, phone, email; .csv with a first
                       line of names, or one JSON object a line. All rows, or none where one is wrong.`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

async function importUsers(people: readonly Person[]): Promise<void> {
  const { databaseURL, dataDir } = readConfig(process.env);
  const log = pino({ level: 'error' });
  const postgres = databaseURL === null ? await joinPostgres({ dataDir, log }) : null;
  const db = openDatabase(postgres?.url ?? databaseURL ?? '', log);
  try {
    await migrateIdentity(db);
    const { linked, faults } = await linkPeople(db, people);
    for (const { message } of faults) process.stderr.write(`${message}\n`);
    if (faults.length > 0) fail(`Nothing was imported: ${faults.length} of ${people.length} rows cannot be.`);
    say(`${linked} of ${people.length} accounts were made or changed; the others were so already.`);
  } finally {
    await db.destroy();
    await postgres?.stop();
  }
}

const [command, file, ...more] = process.argv.slice(2);
try {
  if (command === 'keys' && file === undefined) {
    for (const [name, make] of Object.entries(KEY_MAKERS)) say(`${name}=${make()}`);
  } else if (command === 'import-users' && file !== undefined && more.length === 0) {
    await importUsers(readPeople(file, readFileSync(file, 'utf8')));
  } else fail(USAGE);
} catch (error) {
  fail((error as Error).message);
}
