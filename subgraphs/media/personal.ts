import type { Knex } from 'knex';
import type { PersonalData } from '../kit/personal-data.ts';
import { personalTables } from '../kit/personal-tables.ts';

/** What a person has uploaded. Their files themselves are OpenIM's, which lets nobody delete one. */
export function mediaPersonal(db: Knex): PersonalData {
  const uploads = personalTables(db, 'media', [
    { table: 'recent_stickers', column: 'user_id', erase: 'delete', what: 'stickers sent lately' },
    { table: 'favourite_stickers', column: 'user_id', erase: 'delete', what: 'favourite stickers' },
    { table: 'sticker_entitlements', column: 'user_id', erase: 'delete', what: 'entitlements to sticker packs' },
    { table: 'uploads', column: 'owner', omit: ['ticket'], erase: 'delete', what: 'uploads' },
  ]);
  return {
    ...uploads,
    async erase(userID, span) {
      const [stored] = await db
        .table('media.uploads')
        .where({ owner: userID, state: 'COMPLETE' })
        .count<{ count: string }[]>({ count: '*' });
      const count = Number(stored?.count ?? 0);
      const kept = 'OpenIM has no way to delete a file; its own clean-up does, where it is configured.';
      const lines = await uploads.erase(userID, span);
      // Objects are named after who put them.
      const own = `%/object/${userID.replaceAll(/[\\%_]/g, '\\$&')}/%`;
      const known = await db.table('media.files').where('url', 'like', own).whereNot({ state: 'BLOCKED' }).delete();
      const told = known === 0 ? [] : [{ what: 'what is known of files', count: known, kept: null }];
      return [...lines, ...told, ...(count === 0 ? [] : [{ what: 'files in the object store', count, kept }])];
    },
  };
}
