/** graphile-worker's own tables. */
export const SCHEMA = 'events_worker';
