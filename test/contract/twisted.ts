import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox/index.ts';
import { close, listen } from '../openim-rest/double.ts';

const PROGRAM = join(import.meta.dirname, '../../contract/main.ts');

/** What an answer becomes on its way; the text as it is where nothing is to change. */
export type Twist = (route: string, text: string) => string;

export interface Asked {
  readonly route: string;
  readonly body: string;
}

export interface TwistedOpenIM extends AsyncDisposable {
  readonly apiURL: string;
  readonly wsURL: string;
  readonly secret: string;
  readonly asked: readonly Asked[];
}

/** A sandbox, and in front of its API somebody who changes answers. */
export async function openTwisted(twist: Twist = (_, text) => text): Promise<TwistedOpenIM> {
  const sandbox = await startSandbox();
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const route = request.url ?? '';
    asked.push({ route, body: body.toString() });
    const headers = Object.entries({
      // What OpenIM calls itself by in the addresses of files.
      'x-request-api': `http://${request.headers.host}`,
      ...request.headers,
      'accept-encoding': 'identity',
    })
      .filter(([name]) => !HOP.has(name) && name !== 'host')
      .map(([name, value]): [string, string] => [name, String(value)]);
    const method = request.method ?? 'POST';
    const sent = body.length > 0 && method !== 'GET' ? { body } : {};
    const answer = await fetch(sandbox.apiURL + route, { method, headers, redirect: 'manual', ...sent });
    const text = twist(route, await answer.text());
    const told = Object.fromEntries([...answer.headers].filter(([name]) => !HOP.has(name)));
    response.writeHead(answer.status, told).end(text);
  });
  const apiURL = await listen(server);
  const { wsURL, secret } = sandbox;
  return {
    ...{ apiURL, wsURL, secret, asked },
    [Symbol.asyncDispose]: async () => {
      await close(server);
      await sandbox.stop();
    },
  };
}

const HOP = new Set(['connection', 'transfer-encoding', 'content-length', 'keep-alive', 'content-encoding', 'date']);

/** The certificate's own words, and its exit status. */
interface Outcome {
  readonly status: number | null;
  readonly said: string;
}

export const certificate = (...args: readonly string[]): Promise<Outcome> => startCertificate(...args).ended;

export function startCertificate(...args: readonly string[]): { readonly ended: Promise<Outcome>; stop(): void } {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, said: said.join('') }));
  return { ended, stop: () => void child.kill('SIGINT') };
}

export const argumentsFor = ({ apiURL, wsURL, secret }: TwistedOpenIM, ...more: readonly string[]): string[] => [
  ...['--api', apiURL, '--ws', wsURL, '--secret', secret],
  ...more,
];
