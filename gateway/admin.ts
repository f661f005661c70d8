import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { joinPostgres } from '../embedded/postgres/launcher.ts';
import { ADMIN_ROLES } from '../subgraphs/identity/admins/scopes.ts';
import { createAuditLog } from '../subgraphs/identity/audit/log.ts';
import { linkPeople, type Person } from '../subgraphs/identity/people.ts';
import { migrateIdentity } from '../subgraphs/identity/schema.ts';
import { openDatabase } from '../subgraphs/kit/database.ts';
import { createAdmin, rotateAdminKeys, rotateSessionKEK } from './admin-commands.ts';
import { auditCommand } from './audit-command.ts';
import { type Config, readConfig } from './config.ts';
import { KEY_MAKERS } from './identity-settings.ts';
import { readPeople } from './people-file.ts';

const USAGE = `npm run admin -- <command>
  keys                 prints fresh keys, as SESSION_KEK, IDENTITY_KEY, ADMIN_JWT_KEYS, WEBHOOK_SECRETS and SUBGRAPH_KEYS
                       take them
  create --email ADDRESS --role ROLE [--name NAME] [--password-stdin]
                       makes an admin: ${ADMIN_ROLES.join(', ')}. The password is the first line
                       of stdin, or made, and printed this once.
  rotate-keys          makes a new key for admins' access tokens. Nodes need no restart: it signs in two minutes,
                       and the older keys are taken until their last token has expired.
  rotate-kek           encrypts what is at rest anew under the first key of SESSION_KEK; afterwards the others
                       can be taken out of it. Can be run again at any time.
  import-users FILE    gives accounts to people who exist in OpenIM: userID, phone, email; .csv with a first
                       line of names, or one JSON object a line. All rows, or none where one is wrong.

npm run audit -- <command>
  verify [SEQ:HASH]    walks the audit log; tells its last entry and hash, or the first entry that is wrong (status 1).
                       What it told before, kept elsewhere and given again, proves that nothing older was changed.
  export               every entry as a line of JSON, newest first`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

async function withDatabase<Result>(work: (db: Knex, config: Config) => Promise<Result>): Promise<Result> {
  const config = readConfig(process.env);
  const { databaseURL, dataDir } = config;
  const log = pino({ level: 'error' });
  const postgres = databaseURL === null ? await joinPostgres({ dataDir, log }) : null;
  const db = openDatabase(postgres?.url ?? databaseURL ?? '', log);
  try {
    await migrateIdentity(db);
    return await work(db, config);
  } finally {
    await db.destroy();
    await postgres?.stop();
  }
}

async function importUsers(people: readonly Person[], db: Knex): Promise<void> {
  const { linked, faults } = await linkPeople({ db, audit: createAuditLog(db), by: 'operator' }, people);
  for (const { message } of faults) process.stderr.write(`${message}\n`);
  if (faults.length > 0) fail(`Nothing was imported: ${faults.length} of ${people.length} rows cannot be.`);
  say(`${linked} of ${people.length} accounts were made or changed; the others were so already.`);
}

const [command, ...words] = process.argv.slice(2);
const [file, ...more] = words;
const audit = command === 'audit' ? auditCommand(words) : null;
try {
  if (command === 'keys' && file === undefined) {
    for (const [name, make] of Object.entries(KEY_MAKERS)) say(`${name}=${make()}`);
  } else if (command === 'import-users' && file !== undefined && more.length === 0) {
    const people = readPeople(file, readFileSync(file, 'utf8'));
    await withDatabase((db) => importUsers(people, db));
  } else if (command === 'create') {
    const work = createAdmin(words);
    if (work === null) fail(USAGE);
    say(await withDatabase(work));
  } else if (command === 'rotate-keys' && file === undefined) say(await withDatabase(rotateAdminKeys));
  else if (command === 'rotate-kek' && file === undefined) say(await withDatabase(rotateSessionKEK));
  else if (audit !== null) {
    process.exitCode = (await withDatabase(audit)) ? 0 : 1;
  } else fail(USAGE);
} catch (error) {
  fail((error as Error).message);
}
