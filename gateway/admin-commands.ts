import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Knex } from 'knex';
import { insertAdmin } from '../subgraphs/identity/admins/admins.ts';
import { rotateKeys } from '../subgraphs/identity/admins/key-ring.ts';
import { acceptablePassword, newPassword } from '../subgraphs/identity/admins/passwords.ts';
import { ADMIN_ROLES } from '../subgraphs/identity/admins/scopes.ts';
import { createAuditLog } from '../subgraphs/identity/audit/log.ts';
import { emailOf } from '../subgraphs/identity/otp/destination.ts';
import { rotateKEK } from '../subgraphs/identity/sealed.ts';
import { Fault } from '../subgraphs/kit/fault.ts';
import type { Config } from './config.ts';
import { identityKeys } from './identity-settings.ts';

/** Resolves with what to tell. */
type Work = (db: Knex, config: Config) => Promise<string>;

/** `create`: its words are read before a database is opened. Null where they are not its words. */
export function createAdmin(args: string[]): Work | null {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
    },
  });
  const role = ADMIN_ROLES.find((each) => each === values.role);
  if (values.email === undefined || role === undefined) return null;
  const email = emailOf(values.email, '--email');
  const given = values['password-stdin'] ? (readFileSync(0, 'utf8').split('\n')[0] ?? '') : null;
  const password = given === null ? newPassword() : acceptablePassword(given, 'the password');
  return async (db) => {
    const admin = { email, name: values.name ?? role, roles: [role], password };
    const recorded = { audit: createAuditLog(db), by: 'operator', reason: null } as const;
    const made = await db.transaction((on) => insertAdmin(on, admin, recorded));
    if (made === null) throw new Fault('EMAIL_TAKEN');
    const told = `${email} is an admin now: ${role}.`;
    return given === null ? `${told}\npassword ${password} (shown this once)` : told;
  };
}

export const rotateAdminKeys: Work = (db, config) =>
  db.transaction(async (on) => {
    const { sessionKEK: kek, adminKeys: given } = identityKeys(config);
    const { kid, signsFrom, retiresAt } = await rotateKeys(on, { kek, given });
    const entry = { action: 'admin.rotate-keys', target: `setting:ADMIN_JWT_KEYS`, reason: null, after: { kid } };
    await createAuditLog(db).record('operator', entry, on);
    return `${kid} signs from ${signsFrom.toISOString()}; keys before it are taken until ${retiresAt.toISOString()}.`;
  });

export const rotateSessionKEK: Work = async (db, config) => {
  const { sessionKEK: kek } = identityKeys(config);
  const entry = { action: 'admin.rotate-kek', target: 'setting:SESSION_KEK', reason: null, after: { id: kek.id } };
  await createAuditLog(db).record('operator', entry);
  const done = await rotateKEK(db, kek);
  return done
    .map(({ table, rewrapped, lost }) => {
      const rest = lost > 0 ? `, ${lost} open with none of the keys` : '';
      return `${table}: ${rewrapped} rows were encrypted anew${rest}.`;
    })
    .join('\n');
};
