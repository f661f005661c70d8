import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Made anew for each: a builder that was awaited runs all of its statements again.
  const schema = () => knex.schema.withSchema('openim');

  // Where a message is: OpenIM finds messages by seq only, clients name them by id.
  await schema().createTable('message_index', (table) => {
    table.text('conversation_id').notNullable();
    table.bigInteger('seq').notNullable();
    table.text('server_msg_id').notNullable();
    table.text('client_msg_id').notNullable();
    table.text('send_id').notNullable();
    table.timestamp('sent_at').notNullable();
    table.primary(['conversation_id', 'seq']);
    table.unique(['conversation_id', 'server_msg_id']);
  });

  // What became of a client's clientMsgID: OpenIM makes ids of its own, so that the same send twice is two messages.
  await schema().createTable('sends', (table) => {
    table.text('user_id').notNullable();
    table.text('client_msg_id').notNullable();
    table.text('digest').notNullable();
    table.timestamp('claimed_at').notNullable();
    // Null until OpenIM has confirmed it. Not jsonb, which refuses NUL: names and texts may hold one.
    table.json('message');
    table.primary(['user_id', 'client_msg_id']);
    table.index('claimed_at');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.withSchema('openim').dropTable('sends').dropTable('message_index');
}
