import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { type ByRole, mostOf } from '../bounds/by-role.ts';

/** What an operation of each kind of viewer may cost, at most; of an admin, by their role where it is given. */
export type CostLimits = Readonly<Partial<Record<Viewer['kind'], number>>> & ByRole;

/** Several times what the largest screen of each asks for. */
const USUAL: Readonly<Record<Viewer['kind'], number>> = { anonymous: 2_000, user: 30_000, admin: 100_000 };

export const limitOf = (viewer: Viewer, limits: CostLimits): number =>
  mostOf(viewer, limits, limits[viewer.kind] ?? USUAL[viewer.kind]);
