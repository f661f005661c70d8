/** knex documents its dialects as classes to extend, and types only their common base. */
declare module 'knex/lib/dialects/postgres/index.js' {
  import { knex } from 'knex';

  const Client: typeof knex.Client;
  export default Client;
}
