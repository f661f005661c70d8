import type { Knex } from 'knex';
import { createChangesTable, dropChangesTable } from '../../kit/changes-table.ts';

export const up = (knex: Knex): Promise<void> => createChangesTable(knex, 'moderation');

export const down = (knex: Knex): Promise<void> => dropChangesTable(knex, 'moderation');
