import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type ApiService, CbEvents, getSDK, LogLevel } from '@openim/client-sdk';
import { type Actor, openWorld, type World } from '../world/world.ts';
import { type Call, FileReader, type Recorder, recordCalls } from './recorder.ts';

const WEB = 5;
const IMPATIENT_MS = 20_000;

Object.assign(globalThis, { FileReader });

interface Listening {
  on(event: string, listener: (told: { data: unknown }) => void): void;
}

/** Somebody at OpenIM's own SDK. */
export interface Person {
  readonly id: string;
  readonly actor: Actor;
  readonly sdk: ApiService;
  /** The first thing that the SDK told by this name and that fits, since it was made; waits for it. */
  told<Data>(event: `${CbEvents}`, fits?: (data: Data) => boolean): Promise<Data>;
}

export interface SDKStage extends AsyncDisposable {
  readonly world: World;
  readonly ann: Person;
  readonly bo: Person;
  /** Every call went to the gateway, or to an address of the object store that OpenIM signed; none was forwarded unseen. */
  assertNoStrays(): Promise<void>;
}

/** Ann and Bo sign in by GraphQL, and their SDKs log in with what that gave them, and nothing else. */
export async function openSDKStage(): Promise<SDKStage> {
  await using undo = new AsyncDisposableStack();
  const world = undo.use(await openWorld({ OTP_LIMITS: 'resend=0' }));
  const actors = await Promise.all([world.signIn('+8613800138001', 'Ann'), world.signIn('+8613800138002', 'Bo')]);
  const recorder = recordCalls();
  undo.defer(() => recorder.stop());
  // What the SDK has begun by itself would fail when the world ends under it.
  undo.defer(() => recorder.quiet());
  const [ann, bo] = await Promise.all(actors.map(personOf));
  if (ann === undefined || bo === undefined) throw new TypeError('nobody came');
  for (const { sdk } of [ann, bo])
    undo.defer(async () => {
      await sdk.logout().catch(() => undefined);
    });
  const opened = undo.move();
  return {
    world,
    ann,
    bo,
    assertNoStrays: () => assertNoStrays(world, recorder),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

export async function personOf(actor: Actor): Promise<Person> {
  const { userID, imToken, apiURL, wsURL } = actor.session;
  const sdk = newSDK();
  const told = listen(sdk);
  await sdk.login({
    ...{ userID, token: imToken ?? '', apiAddr: apiURL, wsAddr: wsURL, platformID: WEB },
    logLevel: LogLevel.Silent,
  });
  await told('OnSyncServerFinish');
  await untilPresent(sdk, userID);
  return { id: userID, actor, sdk, told };
}

/** The SDK never ends the intervals of its caches, and the process would wait for them for ever. */
function newSDK(): ApiService {
  const { setInterval } = globalThis;
  const unrefed = (...given: Parameters<typeof setInterval>) => setInterval(...given).unref();
  globalThis.setInterval = Object.assign(unrefed, setInterval) as typeof setInterval;
  try {
    return getSDK();
  } finally {
    globalThis.setInterval = setInterval;
  }
}

/** OpenIM publishes presence a moment after it lets somebody in, and pushes nothing before. */
async function untilPresent(sdk: ApiService, userID: string): Promise<void> {
  for (const impatience = Date.now() + IMPATIENT_MS; Date.now() < impatience; await pause(50)) {
    const { data } = await sdk.subscribeUsersStatus([userID]);
    if (data.some(({ platformIDs }) => platformIDs?.includes(WEB))) return;
  }
  throw new Error('OpenIM does not see this SDK.');
}

function listen(sdk: ApiService): Person['told'] {
  const heard: { event: string; data: unknown }[] = [];
  const waiting = new Set<() => void>();
  // The SDK has `on`, and its type has not.
  const { on } = sdk as unknown as Listening;
  for (const event of Object.values(CbEvents))
    on.call(sdk, event, ({ data }) => {
      heard.push({ event, data });
      for (const look of waiting) look();
    });

  return <Data>(event: string, fits: (data: Data) => boolean = () => true) => {
    const { promise, resolve, reject } = Promise.withResolvers<Data>();
    const impatience = setTimeout(() => reject(new Error(`The SDK did not tell ${event}.`)), IMPATIENT_MS);
    const look = (): void => {
      const found = heard.find((each) => each.event === event && fits(each.data as Data));
      if (found !== undefined) resolve(found.data as Data);
    };
    waiting.add(look);
    look();
    return promise.finally(() => {
      clearTimeout(impatience);
      waiting.delete(look);
    });
  };
}

async function assertNoStrays({ url }: World, { calls, quiet }: Recorder): Promise<void> {
  const isForwarded = (call: Call): boolean => call.url.startsWith(`${url}/openim/`);
  const strays = calls.filter((call) => !call.url.startsWith(`${url}/`) && !isSigned(call.url));
  assert.deepEqual(strays, []);
  // The SDK may begin another at any time: the figures are compared where it has not.
  for (let tries = 0; tries < 20; tries += 1) {
    await quiet();
    const made = calls.filter(isForwarded).length;
    const counted = await forwardedBy(url);
    if (made > 0 && counted === made && calls.filter(isForwarded).length === made) return;
  }
  assert.equal(await forwardedBy(url), calls.filter(isForwarded).length);
}

async function forwardedBy(url: string): Promise<number> {
  const page = await (await fetch(`${url}/metrics`)).text();
  const counts = page.matchAll(/^gateway_forward_seconds_count\{.*\} (\d+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

const isSigned = (url: string): boolean => new URL(url).searchParams.has('X-Amz-Signature');
