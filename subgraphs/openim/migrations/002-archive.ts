import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // What messages say, beside where they are. All null: nobody has told what it says. `terms` null: it may not be found
  // any more. `raw` null: it was taken back or deleted. A message that is taken back before it is told has no ids yet.
  // Not jsonb, which refuses NUL.
  await knex.raw(`
    alter table openim.message_index
      alter column server_msg_id drop not null,
      add column content_type integer,
      add column words text,
      add column terms tsvector,
      add column raw json,
      drop constraint message_index_conversation_id_server_msg_id_unique`);
  // Not unique: what a callback says of a place may be wrong, and must not keep others from being written.
  await knex.raw('create index message_index_id on openim.message_index (conversation_id, server_msg_id)');
  await knex.raw('create index message_index_terms on openim.message_index using gin (terms)');
  await knex.raw(
    `create index message_index_newest on openim.message_index (sent_at desc, conversation_id desc, seq desc)
       where terms is not null`,
  );
  await knex.raw(
    `create index message_index_room on openim.message_index (conversation_id, sent_at desc, seq desc)
       where terms is not null`,
  );
  await knex.raw(
    `create index message_index_sender on openim.message_index (send_id, sent_at desc, conversation_id desc, seq desc)`,
  );
}

export async function down(knex: Knex): Promise<void> {
  for (const name of ['id', 'terms', 'newest', 'room', 'sender'])
    await knex.raw(`drop index openim.message_index_${name}`);
  await knex.raw(`
    delete from openim.message_index as kept where server_msg_id is null or exists (
      select from openim.message_index as other
       where other.conversation_id = kept.conversation_id and other.server_msg_id = kept.server_msg_id
         and other.seq < kept.seq)`);
  await knex.raw(`
    alter table openim.message_index
      alter column server_msg_id set not null,
      drop column content_type, drop column words, drop column terms, drop column raw,
      add unique (conversation_id, server_msg_id)`);
}
