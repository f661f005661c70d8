import { randomUUID } from 'node:crypto';
import { type Actor, openWorld, type World } from '../world/world.ts';

export interface Envelope {
  readonly errCode: number;
  readonly errMsg: string;
  readonly errDlt: string;
  readonly data?: unknown;
}

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly envelope: Envelope;
}

export interface Asking {
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

/** Sends as an SDK does; a text as the body stays as it is. */
export async function send(url: string, body: unknown, { token, headers, method = 'POST' }: Asking): Promise<Sent> {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      operationID: randomUUID(),
      ...(token ? { token } : {}),
      ...headers,
    },
    ...(method === 'POST'
      ? { body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) }
      : {}),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, envelope: envelopeOf(text) };
}

function envelopeOf(text: string): Envelope {
  try {
    return JSON.parse(text) as Envelope;
  } catch {
    return { errCode: -1, errMsg: text, errDlt: '' };
  }
}

/** Ann and Bo write to each other and share groups; Mallory has nothing to do with either. */
export interface Stage extends AsyncDisposable {
  readonly world: World;
  readonly ann: Actor;
  readonly bo: Actor;
  readonly mallory: Actor;
  readonly conversationID: string;
  as(actor: Actor, route: string, body: unknown, asking?: Asking): Promise<Sent>;
  /** A new group of Ann's, with Bo in it; its id. */
  group(options?: object): Promise<string>;
}

export const tokenOf = ({ session }: Actor): string => session.imToken ?? '';

export async function openStage(environment?: Readonly<Record<string, string>>): Promise<Stage> {
  const world = await openWorld({ OTP_LIMITS: 'resend=0', ...environment });
  const [ann, bo, mallory] = await Promise.all([
    world.signIn('+8613800138001', 'Ann'),
    world.signIn('+8613800138002', 'Bo'),
    world.signIn('+8613800138003', 'Mallory'),
  ]);
  const as: Stage['as'] = (actor, route, body, asking) =>
    send(`${world.url}/openim${route}`, body, { token: tokenOf(actor), ...asking });
  await using socket = await ann.ws();
  await socket.sendText(bo.id, 'Hello');
  await socket.sendText(bo.id, 'How are you?');
  return {
    world,
    ann,
    bo,
    mallory,
    as,
    conversationID: `si_${[ann.id, bo.id].sort().join('_')}`,
    group: async (options = {}) => {
      const groupInfo = { groupName: 'Tea', groupType: 2, ...options };
      const made = await as(ann, '/group/create_group', { ownerUserID: ann.id, memberUserIDs: [bo.id], groupInfo });
      return (made.envelope.data as { groupInfo: { groupID: string } }).groupInfo.groupID;
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}
