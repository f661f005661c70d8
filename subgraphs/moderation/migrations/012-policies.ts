import type { Knex } from 'knex';

/** Lists of words or domains; those that others publish, and those that are published. */
export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('moderation');
  await schema().alterTable('word_lists', (table) => {
    // WORDS or DOMAINS.
    table.text('kind').notNullable().defaultTo('WORDS');
    table.boolean('shared').notNullable().defaultTo(false);
    // Of a list that a subscription fills: who published the words of this version.
    table.text('subscription_id').index();
    table.jsonb('source');
  });
  // Null: a subscription did it.
  await schema().alterTable('word_list_versions', (table) => void table.setNullable('author'));
  // Why a publisher lists it.
  await schema().alterTable('words', (table) => void table.text('reason'));
  await schema().createTable('policy_subscriptions', (table) => {
    table.text('id').primary();
    table.text('name').notNullable();
    table.text('url').notNullable().unique();
    table.jsonb('trust').notNullable();
    table.text('words_list_id').notNullable().references('id').inTable('moderation.word_lists');
    table.text('domains_list_id').notNullable().references('id').inTable('moderation.word_lists');
    // The last good document.
    table.text('issuer');
    table.text('list');
    table.bigInteger('version');
    table.text('digest');
    table.text('etag');
    table.integer('passed_over').notNullable().defaultTo(0);
    table.timestamp('expires_at');
    table.timestamp('accepted_at');
    // The last look.
    table.text('fault');
    table.text('fault_detail');
    table.integer('failures').notNullable().defaultTo(0);
    table.timestamp('looked_at');
    table.timestamp('due_at').notNullable().defaultTo(knex.fn.now()).index();
    table.text('lease');
    table.timestamp('leased_until');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('moderation');
  await schema().dropTable('policy_subscriptions');
  await schema().alterTable('words', (table) => void table.dropColumn('reason'));
  await schema().alterTable(
    'word_lists',
    (table) => void table.dropColumns('kind', 'shared', 'subscription_id', 'source'),
  );
}
