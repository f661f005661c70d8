import type { Viewer } from '../../subgraphs/kit/viewer.ts';

/** What an operation of each kind of viewer may cost, at most. */
export type CostLimits = Readonly<Partial<Record<Viewer['kind'], number>>>;

/** Several times what the largest screen of each asks for. */
const USUAL: Readonly<Record<Viewer['kind'], number>> = { anonymous: 2_000, user: 30_000, admin: 100_000 };

export const limitOf = ({ kind }: Viewer, limits: CostLimits): number => limits[kind] ?? USUAL[kind];
