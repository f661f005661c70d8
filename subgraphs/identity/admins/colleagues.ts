import type { Knex } from 'knex';
import type { Colleagues } from '../../kit/colleagues.ts';
import { type AdminRole, scopesOf } from './scopes.ts';

export const createColleagues = (db: Knex): Colleagues => ({
  async hasOther(adminID, scope) {
    const others = await db
      .table('identity.admins')
      .whereNot({ id: adminID })
      .whereNull('disabled_at')
      .whereNotNull('last_sign_in_at')
      .select<{ roles: AdminRole[] }[]>('roles');
    return others.some(({ roles }) => scopesOf(roles).has(scope));
  },
});
