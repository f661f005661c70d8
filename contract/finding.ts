import { touchedBy } from './fields.ts';
import type { Ask } from './openim.ts';
import type { Area, Settings } from './settings.ts';

/** Something that OpenIM did not do as it was recorded. */
export interface Finding {
  readonly area: Area;
  /** The scenario and its step, or the story. */
  readonly where: string;
  /** OpenIM's route; null where it was asked by WebSocket or through the gateway. */
  readonly route: string | null;
  readonly what: string;
  /** Of the GraphQL API, those that stand on it. */
  readonly fields: readonly string[];
  /** Who else does, or why nobody does; empty where the fields say it. */
  readonly note: string;
}

export interface AreaReport {
  readonly area: Area;
  readonly asked: number;
  readonly findings: readonly Finding[];
  /** Was otherwise once, and as recorded when it was asked again. */
  readonly unsteady: readonly Finding[];
}

/** What is asked of one area, beside recordings: each ends, or throws what is wrong. */
export interface Check {
  readonly name: string;
  readonly fields: readonly string[];
  run(): Promise<void>;
}

/** One after the other; what stands on a check that failed may fail with it. */
export async function askAll(area: Area, checks: readonly Check[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { name, fields, run } of checks)
    await run().catch((error: unknown) => {
      found.push({ area, where: name, route: null, what: (error as Error).message, fields, note: '' });
    });
  return found;
}

export const routeFinding = (finding: Omit<Finding, 'fields' | 'note'> & { readonly route: string }): Finding => ({
  ...finding,
  ...touchedBy(finding.route),
});

/** What every area is asked with. */
export interface Round {
  readonly settings: Settings;
  readonly ask: Ask;
  /** Another one each time: ids that begin so are nobody's. */
  newPrefix(): string;
  /** Told of users before they are made, so that whatever happens they are cleaned up after. */
  made(userIDs: readonly string[]): void;
  /** Somebody wants to stop. */
  readonly signal: AbortSignal;
}

/** Something was otherwise than it has to be. */
export class Unmet extends Error {}

export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Unmet(otherwise);
}
