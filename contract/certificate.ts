import { randomBytes } from 'node:crypto';
import { clean } from './clean.ts';
import type { AreaReport, Round } from './finding.ts';
import { openAdmin } from './openim.ts';
import { playArea } from './recorded.ts';
import type { Area, Settings } from './settings.ts';
import { askSockets } from './socket/checks.ts';
import { tellStories } from './stories/stories.ts';

export interface Certificate {
  readonly apiURL: string;
  readonly areas: readonly AreaReport[];
  /** What stays on the server. */
  readonly left: readonly string[];
}

/** Asks everything, and takes away what it made, also where it was broken off. Throws CannotCertify. */
export async function certify(
  settings: Settings,
  say: (report: AreaReport) => void,
  signal: AbortSignal,
): Promise<Certificate> {
  const users: string[] = [];
  const made = (ids: readonly string[]): void => void users.push(...ids);
  const round: Round = { settings, ask: await openAdmin(settings), newPrefix, made, signal };
  const areas: AreaReport[] = [];
  let left: string[] = [];
  try {
    for (const area of settings.areas) {
      const report = await askArea(area, round);
      signal.throwIfAborted();
      areas.push(report);
      say(report);
    }
  } finally {
    // With a token of this moment: the one of the beginning lives for five minutes after the next was made.
    left = await clean(await openAdmin(settings), users);
  }
  return { apiURL: settings.apiURL, areas, left: [...left, ...staying(users)] };
}

function askArea(area: Area, round: Round): Promise<AreaReport> {
  if (area === 'websocket') return askSockets(round);
  if (area === 'graphql') return tellStories(round);
  return playArea(area, round);
}

/** Unlike any other, and letters, digits and one underscore at the end, as those of the recordings. */
const newPrefix = (): string => `ct${Date.now().toString(36)}${randomBytes(3).toString('hex')}_`;

/** OpenIM has no route that takes these away. */
const staying = (users: readonly string[]): string[] =>
  users.length === 0
    ? []
    : [
        `${new Set(users).size} users, with ids that begin with ct, or were made by the gateway: OpenIM deletes no users`,
        'their friend requests, group requests and dismissed groups, their notices, and a few files of under 100 bytes',
        'what they did in the statistics',
      ];
