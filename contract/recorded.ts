import { type AreaReport, type Finding, type Round, routeFinding } from './finding.ts';
import { harmOf } from './harm.ts';
import { interludes } from './replay/interludes.ts';
import { withOwnBytes } from './replay/object-bytes.ts';
import { RECORDINGS, readScenarios, type Step } from './replay/recording.ts';
import { Replay } from './replay/replay.ts';
import type { Area, Settings } from './settings.ts';

/** OpenIM tells who is connected once a second. */
const PRESENCE_MS = 2_500;
const AT_ONCE = 4;

interface Played {
  readonly steps: number;
  readonly findings: readonly Finding[];
}

/**
 * Plays the recordings of an area. What was otherwise is played once more, alone and under new names: only what is
 * otherwise both times is a finding, because a busy server may be late once.
 */
export async function playArea(area: Area, round: Round): Promise<AreaReport> {
  const prefix = round.newPrefix();
  const names = [...readScenarios(new URL(`${area}.jsonl`, RECORDINGS)).keys()];
  const findings: Finding[] = [];
  const unsteady: Finding[] = [];
  const again: { readonly name: string; readonly first: Played }[] = [];
  let asked = 0;
  const work = [...names];
  const worker = async (): Promise<void> => {
    for (let name = work.shift(); name !== undefined && !round.signal.aborted; name = work.shift()) {
      const first = await play(name, { area, round, prefix });
      asked += first.steps;
      if (first.findings.length > 0) again.push({ name, first });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  round.signal.throwIfAborted();
  for (const { name, first } of again) {
    round.signal.throwIfAborted();
    const second = await play(name, { area, round, prefix: round.newPrefix() });
    const both = new Set(second.findings.map(({ where }) => where));
    for (const each of first.findings) (both.has(each.where) ? findings : unsteady).push(each);
  }
  return { area, asked, findings, unsteady };
}

interface Play {
  readonly area: Area;
  readonly round: Round;
  readonly prefix: string;
}

async function play(name: string, { area, round: { settings, made }, prefix }: Play): Promise<Played> {
  const recorded = readScenarios(new URL(`${area}.jsonl`, RECORDINGS), prefix).get(name) ?? [];
  const steps = withOwnBytes(renamed(recorded, settings, prefix), prefix).filter((step) => harmOf(step) === null);
  made(steps.flatMap(usersIn).filter((id) => id.startsWith(prefix)));
  const replay = new Replay(settings, steps);
  try {
    const found = await replay.run(interludes(prefix, PRESENCE_MS)[name]);
    const findings = found.map(({ scenario, step, route, note, what }) =>
      routeFinding({ area, where: `${scenario} #${step}${note === '' ? '' : ` (${note})`}`, route, what }),
    );
    return { steps: steps.length, findings };
  } catch (error) {
    // A connection that ended, or a store that took nothing.
    const finding = {
      area,
      where: name,
      route: null,
      what: (error as Error).message,
      fields: [],
      note: 'what comes after it was not asked',
    };
    return { steps: steps.length, findings: [finding] };
  }
}

/** The recorder's server had OpenIM's own default admin and secret, and nobody's file to overwrite. */
const renamed = (steps: readonly Step[], { adminUserID, secret }: Settings, prefix: string): Step[] => {
  const inJSON = (text: string): string => JSON.stringify(text).slice(1, -1);
  const text = JSON.stringify(steps)
    .replaceAll(/imAdmin(?!User)/g, () => inJSON(adminUserID))
    .replaceAll('any/name.txt', `${prefix}any/name.txt`)
    .replaceAll('"openIM123"', () => JSON.stringify(secret));
  return JSON.parse(text) as Step[];
};

/** Whom a step registers, as users or as accounts that send notices. */
function usersIn({ path, request, response }: Step): string[] {
  if ((response as { errCode?: number } | null)?.errCode !== 0) return [];
  const body = (request ?? {}) as { users?: unknown; userID?: unknown };
  if (path === '/user/add_notification_account' && typeof body.userID === 'string') return [body.userID];
  if (path !== '/user/user_register' || !Array.isArray(body.users)) return [];
  return body.users.flatMap((user: { userID?: unknown } | null) =>
    typeof user?.userID === 'string' ? [user.userID] : [],
  );
}
