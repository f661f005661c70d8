export type * from './wire/accounts.ts';
export type * from './wire/conversations.ts';
export type * from './wire/groups.ts';
export type * from './wire/messages.ts';
export type * from './wire/objects.ts';
export type * from './wire/operations.ts';
export type * from './wire/people.ts';
export type * from './wire/sync.ts';
