import type { Knex } from 'knex';

/** Whether an address that has no account gets one. */
export type RegistrationMode = 'OPEN' | 'INVITATION' | 'CLOSED';

/** What admins have set, by name; read where it is needed, so that a change holds on every node at once. */
export interface AdminSettings {
  read<Value>(name: SettingName, absent: Value, on?: Knex): Promise<Value>;
  write(name: SettingName, value: unknown, on: Knex): Promise<void>;
}

type SettingName = 'registration' | 'newcomers';

export function createAdminSettings(db: Knex): AdminSettings {
  const table = (on: Knex = db) => on.table('identity.settings');
  return {
    async read(name, absent, on) {
      const row = await table(on).where({ name }).first<{ value: typeof absent } | undefined>('value');
      return row?.value ?? absent;
    },
    write: async (name, value, on) => {
      await table(on)
        .insert({ name, value: JSON.stringify(value), changed_at: on.fn.now() })
        .onConflict('name')
        .merge();
    },
  };
}
