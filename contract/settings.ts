import { parseArgs } from 'node:util';

/** The recordings by area, what is asked by WebSocket, and what the gateway makes of it. */
export const AREAS = [
  'auth',
  'user',
  'friend',
  'group',
  'conversation',
  'msg',
  'third',
  'statistics',
  'errors',
  'websocket',
  'graphql',
] as const;
export type Area = (typeof AREAS)[number];

export interface Settings {
  readonly apiURL: string;
  readonly wsURL: string;
  readonly secret: string;
  readonly adminUserID: string;
  readonly areas: readonly Area[];
  readonly json: boolean;
}

/** The certificate could not be made at all; the message says why, and what to do. */
export class CannotCertify extends Error {}

const USAGE =
  'npm run contract -- --api http://openim:10002 --ws ws://openim:10001 --secret SECRET [--admin imAdmin] [--only AREA] [--json]';

export function readSettings(argv: readonly string[]): Settings {
  const { api, ws, secret, admin, only, json } = valuesOf(argv);
  if (secret === undefined || secret === '') throw wrong('--secret', "OpenIM's share.secret is expected");
  return {
    apiURL: addressOf('--api', api, ['http:', 'https:']),
    wsURL: addressOf('--ws', ws, ['ws:', 'wss:']),
    secret,
    adminUserID: admin,
    areas: only === undefined ? AREAS : [areaOf(only)],
    json,
  };
}

function valuesOf(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        api: { type: 'string' },
        ws: { type: 'string' },
        secret: { type: 'string' },
        admin: { type: 'string', default: 'imAdmin' },
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new CannotCertify(`${(error as Error).message}\n${USAGE}`);
  }
}

function addressOf(name: string, text: string | undefined, protocols: readonly string[]): string {
  if (text === undefined || !URL.canParse(text) || !protocols.includes(new URL(text).protocol))
    throw wrong(name, `an address that begins with ${protocols.map((each) => `${each}//`).join(' or ')} is expected`);
  return text.replace(/\/+$/, '');
}

function areaOf(text: string): Area {
  const found = AREAS.find((area) => area === text);
  if (found === undefined) throw wrong('--only', `one of ${AREAS.join(', ')} is expected`);
  return found;
}

const wrong = (name: string, expected: string): CannotCertify => new CannotCertify(`${name}: ${expected}.\n${USAGE}`);
