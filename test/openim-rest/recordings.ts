import { readdirSync, readFileSync } from 'node:fs';

/** One recorded exchange with a real OpenIM. */
export interface Recorded {
  readonly scenario: string;
  readonly step: number;
  readonly route: string | null;
  readonly status: number;
  readonly request?: Record<string, unknown>;
  readonly response: unknown;
}

const FOLDER = new URL('../../contract/exchanges/', import.meta.url);

export const RECORDED: readonly Recorded[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Recorded);

export interface RecordedRefusal extends Recorded {
  readonly response: { readonly errCode: number; readonly errMsg: string; readonly errDlt: string };
}

export const isRefusal = (record: Recorded): record is RecordedRefusal =>
  ((record.response as { errCode?: number } | null)?.errCode ?? 0) !== 0;

/** The answer with data of the first recording of a route, or of one of its steps. */
export function recordedData(route: string, where: (record: Recorded) => boolean = () => true): unknown {
  const found = RECORDED.find((record) => record.route === route && !isRefusal(record) && where(record));
  if (found === undefined) throw new RangeError(`No recording of ${route} fits`);
  return found.response;
}
