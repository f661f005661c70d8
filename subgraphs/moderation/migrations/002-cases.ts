import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('moderation');
  await schema().createTable('cases', (table) => {
    table.text('id').primary();
    table.text('subject_kind').notNullable();
    table.text('subject_id').notNullable();
    table.text('accused_id');
    table.text('group_id');
    table.text('state').notNullable().defaultTo('OPEN');
    table.integer('version').notNullable().defaultTo(1);
    // Rises when a resolved case is opened again: reports, evidence and decisions belong to one round.
    table.integer('round').notNullable().defaultTo(1);
    table.double('reach').notNullable().defaultTo(1);
    table.integer('report_count').notNullable().defaultTo(0);
    table.boolean('graphic').notNullable().defaultTo(false);
    table.double('rank').notNullable().defaultTo(0);
    table.text('claimed_by');
    table.timestamp('claimed_until');
    table.timestamp('opened_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('resolved_at');
    // However many report at once, on however many nodes: one case a subject.
    table.unique(['subject_kind', 'subject_id']);
    table.index(['accused_id', 'created_at']);
  });
  await knex.raw(`create index cases_waiting on moderation.cases (rank desc, id) where state <> 'RESOLVED'`);
  await knex.raw(`create index cases_resolved on moderation.cases (rank desc, id) where state = 'RESOLVED'`);
  await knex.raw('create index cases_claimed on moderation.cases (claimed_until) where claimed_until is not null');

  await schema().createTable('evidence', (table) => {
    table.text('id').primary();
    table.text('case_id').notNullable().references('id').inTable('moderation.cases');
    table.integer('round').notNullable();
    table.text('accused_id');
    // Of a message one a round; of a profile, each that differs.
    table.text('digest').notNullable();
    // Not jsonb: what a client wrote may hold NUL.
    table.specificType('content', 'json').notNullable();
    table.timestamp('taken_at').notNullable().defaultTo(knex.fn.now());
    table.unique(['case_id', 'round', 'digest']);
  });

  await schema().createTable('flags', (table) => {
    table.text('key').primary();
    table.text('case_id').notNullable().references('id').inTable('moderation.cases');
    table.integer('round').notNullable();
    table.text('source').notNullable();
    table.text('reason').notNullable();
    table.text('note');
    table.double('weight').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.index(['case_id', 'created_at']);
  });

  await moveReports(knex);
}

/** Reports that were made before there were cases get theirs, and their evidence goes to it. */
async function moveReports(knex: Knex): Promise<void> {
  await knex.schema.withSchema('moderation').alterTable('reports', (table) => {
    table.text('case_id').references('id').inTable('moderation.cases');
    table.integer('round').notNullable().defaultTo(1);
    table.double('weight').notNullable().defaultTo(20);
    table.double('trust').notNullable().defaultTo(0.5);
    table.text('language').notNullable().defaultTo('en');
    table.index(['reporter_id', 'outcome']);
  });
  await knex.raw(`
    insert into moderation.cases (id, subject_kind, subject_id, accused_id, group_id, report_count, opened_at, created_at)
    select min(id), subject_kind, subject_id,
      min(case subject_kind when 'USER' then subject_id when 'GROUP' then evidence->>'ownerUserID'
        else evidence->'message'->>'sendID' end),
      min(case subject_kind when 'GROUP' then subject_id
        when 'MESSAGE' then nullif(evidence->'message'->>'groupID', '') end),
      count(*), min(created_at), min(created_at)
    from moderation.reports group by subject_kind, subject_id`);
  // As urgent as one report of SPAM, for as long as it has waited: `cases/priority.ts`.
  await knex.raw(`
    update moderation.cases set rank = 35 - 0.25 * extract(epoch from opened_at - timestamptz '2026-01-01Z') / 3600`);
  await knex.raw(`
    update moderation.reports set case_id = cases.id from moderation.cases
    where cases.subject_kind = reports.subject_kind and cases.subject_id = reports.subject_id`);
  await knex.raw(`
    insert into moderation.evidence (id, case_id, round, accused_id, digest, content, taken_at)
    select distinct on (reports.case_id) reports.id, reports.case_id, 1, cases.accused_id, 'first',
      case when reports.subject_kind = 'MESSAGE' then reports.evidence::json
        else json_build_object('message', null, 'neighbours', '[]'::json, 'profile', reports.evidence) end,
      reports.created_at
    from moderation.reports join moderation.cases on cases.id = reports.case_id
    order by reports.case_id, reports.created_at`);
  await knex.schema.withSchema('moderation').alterTable('reports', (table) => {
    table.dropNullable('case_id');
    table.dropColumn('evidence');
    table.dropUnique(['reporter_id', 'subject_kind', 'subject_id']);
    // One report per person, thing and round: twenty taps on "report" are one voice.
    table.unique(['case_id', 'reporter_id', 'round']);
  });
}

export async function down(knex: Knex): Promise<void> {
  const schema = () => knex.schema.withSchema('moderation');
  await schema().alterTable('reports', (table) => {
    table.dropUnique(['case_id', 'reporter_id', 'round']);
    table.dropIndex(['reporter_id', 'outcome']);
    table.dropColumns('case_id', 'round', 'weight', 'trust', 'language');
    table.jsonb('evidence').notNullable().defaultTo('{}');
    table.unique(['reporter_id', 'subject_kind', 'subject_id']);
  });
  for (const table of ['flags', 'evidence', 'cases']) await schema().dropTable(table);
}
