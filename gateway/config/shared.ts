import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import type { Breach } from './rules.ts';
import type { SettingName, Settings } from './settings.ts';

/** What all processes of one service have in common, once there are several kinds of them. */
const SHARED: Readonly<Partial<Record<SettingName, string>>> = {
  DATABASE_URL: 'processes of one service keep their data in one Postgres, and the embedded one is for one process',
  REDIS_URL: 'processes of one service share their state, and the embedded store is for one process',
  OPENIM_API_URL: 'processes of one service speak to one OpenIM, and the sandbox is inside of one process',
  SESSION_KEK: 'what one process seals another has to open',
  IDENTITY_KEY: 'all processes of one service are one identity',
  ADMIN_JWT_KEYS: 'what one process signs another has to believe',
  PUBLIC_URL: 'a subgraph hands out addresses of the gateway, and cannot know where it is',
  SUBGRAPH_KEYS: 'questions between a gateway and a subgraph are signed',
};

type Who = 'gateway' | Subgraph['name'];

/** What is wrong where subgraphs are processes of their own. */
export function sharedBreaches(settings: Partial<Settings>, faulty: ReadonlySet<SettingName>, as: Who): Breach[] {
  const elsewhere = settings.SUBGRAPHS ?? new Map();
  if (as === 'gateway' && elsewhere.size === 0) return [];
  const found = (Object.entries(SHARED) as [SettingName, string][])
    .filter(([name]) => settings[name] === undefined && !faulty.has(name))
    .map(([name, because]) => ({ name, because }));
  if (as !== 'gateway' && elsewhere.size > 0)
    found.push({ name: 'SUBGRAPHS', because: 'a subgraph asks no other: only gateways are told where they are' });
  if ((as === 'identity' || elsewhere.has('identity')) && settings.OTP_DELIVERY === 'outbox')
    found.push({ name: 'OTP_DELIVERY', because: 'the outbox is a page of the process that sends, which has no pages' });
  return found;
}
