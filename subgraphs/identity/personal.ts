import type { Knex } from 'knex';
import type { PersonalData } from '../kit/personal-data.ts';
import { joined, type PersonalTable, personalTables } from '../kit/personal-tables.ts';
import { auditPersonal } from './audit/personal.ts';

/** What identity holds about people. */
export const identityPersonal = (db: Knex): PersonalData =>
  joined(auditPersonal(db), personalTables(db, 'identity', TABLES));

const TABLES: readonly PersonalTable[] = [
  {
    ...{ table: 'accounts', column: 'user_id', what: 'The account: phone number, mail address, first nickname' },
    erase: { blank: { phone: null, email: null, nickname: '' } },
  },
  { table: 'directory', column: 'user_id', erase: 'delete', what: 'The name in the search of admins' },
  { table: 'last_active', column: 'user_id', erase: 'delete', what: 'The last day on which they were there' },
  { table: 'own_networks', column: 'user_id', erase: 'delete', what: 'Networks to sign in from' },
  { table: 'welcomes', column: 'user_id', erase: 'delete', what: 'What a new user is still owed' },
  { table: 'address_changes', column: 'user_id', erase: 'delete', what: 'Changes of address under way' },
  {
    ...{ table: 'sessions', column: 'user_id', erase: 'delete', what: 'Sessions' },
    omit: ['sealed_key'],
  },
  {
    table: 'sign_in_notices',
    column: 'user_id',
    erase: 'delete',
    what: 'Notices of sign-ins that are still to be sent',
  },
  { table: 'devices', column: 'user_id', erase: 'delete', what: 'Devices' },
  {
    ...{ table: 'bans', column: 'user_id', what: 'Bans' },
    erase: { blank: { reason: '', evidence: null } },
  },
  {
    ...{ table: 'forced_logouts', column: 'user_id', what: 'Times that an admin signed them out' },
    erase: { blank: { reason: '' } },
  },
  { table: 'job_items', column: 'user_id', erase: 'delete', what: 'Their part in bulk jobs' },
  { table: 'exports', column: 'user_id', erase: 'delete', omit: ['secret_hash'], what: 'Tickets for an export' },
  {
    ...{ table: 'pending_logouts', column: 'user_id', what: 'Forced logouts that OpenIM still owes' },
    erase: { kept: 'They name the id alone, and go when OpenIM has done them.' },
  },
  {
    ...{ table: 'erasures', column: 'user_id', what: 'The record of this erasure' },
    erase: { kept: 'It proves that the erasure was done; it names the id alone.' },
  },
];
