import { createServer } from 'node:http';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { startSandbox } from '../../sandbox/index.ts';
import type { Store } from '../../subgraphs/kit/store.ts';
import { asAdmin } from '../../subgraphs/openim/rest/call.ts';
import { createOpenIM, type OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import type { MultiLoginPolicy } from '../../subgraphs/openim/rest/tokens/policy.ts';
import { answer, close, listen, log, refusal, span } from './double.ts';

export interface World extends AsyncDisposable {
  /** A node of ours; all of them share `store` unless they are given another. */
  node(store?: Store): OpenIM;
  readonly store: Store;
  readonly apiURL: string;
  /** How often nodes asked this route. */
  calls(route: string): number;
  /** From now on OpenIM refuses this token, wherever it appears, until it is minted again. */
  refuse(token: string, errCode: number): void;
  /** From now on OpenIM refuses every token. */
  refuseAll(errCode: number): void;
  /** The token of the last call that an admin made. */
  adminToken(): string;
  /** From now on this route is answered with this status and no body; null ends it. */
  break(route: string, status: number | null): void;
  /** Something else than us logs the user out of OpenIM. */
  kick(userID: string, platform: 1 | 2 | 5): Promise<void>;
}

/** The sandbox, as nodes of ours reach it, and past them. */
export async function openWorld(policy: MultiLoginPolicy = 1): Promise<World> {
  const sandbox = await startSandbox({ multiLoginPolicy: policy });
  const counts = new Map<string, number>();
  const refused = new Map<string, number>();
  const broken = new Map<string, number>();
  const nodes: OpenIM[] = [];
  let lastAdmin = '';
  const store = createMemoryStore(log);

  const proxy = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const route = request.url ?? '';
    counts.set(route, (counts.get(route) ?? 0) + 1);
    const status = broken.get(route);
    if (status !== undefined) return answer(response, '', status);
    const token = request.headers.token === undefined ? '' : String(request.headers.token);
    if (isAdmins(token)) lastAdmin = token;
    const code = (token && refused.get('*')) || (refused.get(token) ?? refused.get(String(JSON.parse(body).token)));
    if (code) return answer(response, refusal(code));
    const headers = new Headers({
      operationID: String(request.headers.operationid),
      token: String(request.headers.token),
    });
    const real = await fetch(sandbox.apiURL + route, { method: 'POST', body, headers });
    answer(response, await real.text(), real.status);
  });
  const apiURL = await listen(proxy);
  const nodeAt = (url: string, shared: Store): OpenIM => {
    const { secret, adminUserID } = sandbox;
    const node = createOpenIM({ apiURL: url, secret, adminUserID, store: shared, log, policy, production: true });
    nodes.push(node);
    return node;
  };
  const stranger = nodeAt(sandbox.apiURL, createMemoryStore(log));

  for (const userID of ['ann', 'bo'])
    await stranger.users.register([{ userID, nickname: userID, faceURL: '' }], asAdmin(span()));

  return {
    node: (shared = store) => nodeAt(apiURL, shared),
    store,
    apiURL,
    calls: (route) => counts.get(route) ?? 0,
    refuse: (token, errCode) => void refused.set(token, errCode),
    refuseAll: (errCode) => void refused.set('*', errCode),
    adminToken: () => lastAdmin,
    break: (route, status) => void (status === null ? broken.delete(route) : broken.set(route, status)),
    kick: async (userID, platform) => void (await stranger.tokens.end(userID, platform, span())),
    async [Symbol.asyncDispose]() {
      await Promise.all(nodes.map((node) => node.stop()));
      await close(proxy);
      await sandbox.stop();
    },
  };
}

/** OpenIM's admins stand on platform 10. */
const isAdmins = (token: string): boolean =>
  Buffer.from(token.split('.')[1] ?? '', 'base64url')
    .toString('utf8')
    .includes('"PlatformID":10');
