import type { EnforcementSpan } from './enforcement.ts';

/** Whoever looks after a group. */
export type StaffRole = 'OWNER' | 'ADMIN';

/** The owner and the admins of a group, by userID, as OpenIM knows them now; nobody in a group that is gone. */
export type ReadGroupStaff = (groupID: string, span: EnforcementSpan) => Promise<ReadonlyMap<string, StaffRole>>;
