import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../../client/index.ts';
import { CannotCertify, type Settings } from '../settings.ts';
import type { Asker } from './asker.ts';

const PROGRAM = join(import.meta.dirname, '../../gateway/main.ts');
const READY_MS = 60_000;

export interface Door extends AsyncDisposable {
  /** Somebody new, signed in with a one-time code. */
  signIn(address: string, nickname: string): Promise<Asker>;
}

/** The gateway in front of that OpenIM: a process of its own, everything else embedded, nothing kept. */
export async function openDoor({ apiURL, wsURL, secret, adminUserID }: Settings): Promise<Door> {
  const dataDir = await mkdtemp(join(tmpdir(), 'openim-contract-'));
  const env = {
    ...{ PORT: '0', DATA_DIR: dataDir, OPENIM_API_URL: apiURL, OPENIM_WS_URL: wsURL },
    ...{ OPENIM_SECRET: secret, OPENIM_ADMIN_USER_ID: adminUserID, OTP_LIMITS: 'resend=0', LOG_LEVEL: 'silent' },
  };
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const url = await readyURL(child.stdout, child.stderr, ended);
    return { signIn: (address, nickname) => signIn(url, address, nickname), [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

function readyURL(
  stdout: NodeJS.ReadableStream,
  stderr: NodeJS.ReadableStream,
  ended: Promise<unknown>,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const said: string[] = [];
  const refuse = (): void => reject(new CannotCertify(`The gateway did not start: ${said.join('').slice(-1_000)}`));
  const impatience = setTimeout(refuse, READY_MS);
  stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  stdout.on('data', (chunk: Buffer) => {
    said.push(chunk.toString());
    const url = /is ready at (\S+)\/graphql/.exec(said.join(''))?.[1];
    if (url !== undefined) resolve(url);
  });
  ended.then(refuse, refuse);
  return promise.finally(() => clearTimeout(impatience));
}

async function signIn(url: string, address: string, nickname: string): Promise<Asker> {
  const client = createClient({ url: `${url}/graphql`, device: { name: 'Certificate', platform: 'WEB' } });
  const { id: challengeID } = await client.requestOTP({ email: address });
  const outbox = (await (await fetch(`${url}/dev/outbox`)).json()) as { to: string; code: string }[];
  const code = outbox.find(({ to }) => to === address)?.code ?? '';
  const session = await client.verifyOTP({ challengeID, code, nickname });
  return {
    id: session.userID,
    imToken: session.imToken ?? null,
    ask: (document, variables) => client.query(document, variables),
    leave: () => client.logout(),
  };
}
