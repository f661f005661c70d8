import type { Knex } from 'knex';

/** Messages that a rule keeps from being sent until a moderator has looked at them. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.withSchema('moderation').createTable('held_messages', (table) => {
    table.uuid('id').primary();
    table.text('user_id').notNullable().index();
    // One of the two.
    table.text('recipient_id').index();
    table.text('group_id').index();
    table.integer('platform_id').notNullable();
    table.integer('content_type').notNullable();
    table.text('content').notNullable();
    table.specificType('at_user_ids', 'text[]').notNullable();
    table.text('ex').notNullable();
    // Of who says what to whom: OpenIM writes a content anew, and gives a message that is sent later another id.
    table.text('digest').notNullable();
    table.uuid('rule_id').notNullable();
    table.integer('rule_version').notNullable();
    table.uuid('case_id').notNullable().index();
    // WAITING, RELEASING, RELEASED, DECLINED, EXPIRED, FAILED.
    table.text('state').notNullable().defaultTo('WAITING');
    table.text('decided_by');
    table.timestamp('decided_at');
    table.text('explanation');
    table.text('message_id');
    table.text('problem');
    table.integer('tries').notNullable().defaultTo(0);
    table.timestamp('next_at');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.index(['state', 'created_at', 'id']);
  });
  await knex.raw(
    `create unique index held_messages_once on moderation.held_messages (digest) where state in ('WAITING', 'RELEASING')`,
  );
  await knex.raw('create index held_messages_due on moderation.held_messages (next_at) where next_at is not null');
  await knex.raw('create index held_messages_digest on moderation.held_messages (digest)');
}

export const down = (knex: Knex): Promise<void> =>
  knex.schema.withSchema('moderation').dropTable('held_messages').then();
