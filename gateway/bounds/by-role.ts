import type { Viewer } from '../../subgraphs/kit/viewer.ts';

/** The roles of admins, as settings name them. */
export const ROLES = ['OWNER', 'ADMIN', 'MODERATOR', 'SUPPORT', 'ANALYST'] as const;

/** Limits of some roles; the others have the usual one. */
export type ByRole = Readonly<Partial<Record<(typeof ROLES)[number], number>>>;

/** The most that this viewer may: of an admin's roles, what the one may that may most. */
export function mostOf<Usual extends number | undefined>(viewer: Viewer, limits: ByRole, usual: Usual): number | Usual {
  if (viewer.kind !== 'admin') return usual;
  const mosts = ROLES.filter((role) => viewer.roles?.includes(role)).map((role) => limits[role] ?? usual);
  const given = mosts.filter((most) => most !== undefined);
  // One that has no limit is the most.
  return given.length === 0 || given.length < mosts.length ? usual : Math.max(...given);
}
