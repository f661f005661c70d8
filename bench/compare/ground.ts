import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { KeptSession } from '../../client/storage.ts';
import { type Program, startPinned } from '../program.ts';
import { furnish, signIn, type World } from './world.ts';

/** Which cores are whose, as `taskset` names them. */
export interface Cores {
  readonly load: string;
  readonly upstream: string;
  readonly contender: string;
}

/** On fewer than four cores all share all, and what is seen says little. */
export const coresFor = (contender: string): Cores | null => {
  if (availableParallelism() < 4) return null;
  const rest = ['2', '3'].filter((core) => !contender.split(',').includes(core));
  return { load: ['0', ...rest].join(','), upstream: '1', contender };
};

/** What all contenders stand on. */
export interface Ground {
  readonly cores: Cores | null;
  /** A folder that goes with it. */
  readonly data: string;
  /** The OpenIM that answers from memory. */
  readonly upstream: string;
  readonly wsURL: string;
  readonly world: World;
  /** Where `world` is written. */
  readonly worldFile: string;
  /** At our gateway in one process. */
  readonly sessions: readonly KeptSession[];
  readonly ours: { readonly program: Program; readonly url: string };
}

/** Our gateway's settings: nothing that works by itself while others are measured. */
export const quiet = ({ upstream, wsURL }: Pick<Ground, 'upstream' | 'wsURL'>): string[] => [
  ...['PORT=0', 'RECONCILER_RATE=0', 'MEDIA_READING=off', 'LINK_PREVIEWS=off', 'OTP_LIMITS=addressHour=10000'],
  ...[
    `OPENIM_API_URL=${upstream}`,
    `OPENIM_WS_URL=${wsURL}`,
    'OPENIM_ADMIN_USER_ID=imAdmin',
    'OPENIM_SECRET=openIM123',
  ],
];

export interface GroundOptions {
  readonly data: string;
  readonly cores: Cores | null;
  /** Where our gateway writes what its processor time went into, when it ends. */
  readonly profile: string | undefined;
}

const pin = (cores: Cores | null, which: keyof Cores) => (cores === null ? {} : { cores: cores[which] });

/** A sandbox, and what answers in its place. */
async function openUpstream({ data, cores }: GroundOptions, stack: AsyncDisposableStack) {
  const places = ['--api-port', '0', '--ws-port', '0', '--data', join(data, 'openim')];
  const on = { settings: [], ...pin(cores, 'upstream') };
  const sandbox = { args: ['sandbox/main.ts', ...places], line: /API (\S+?), WebSocket (\S+?),/ };
  const [, openimURL = '', wsURL = ''] = stack.use(await startPinned({ ...sandbox, ...on })).said;
  const memory = { args: ['bench/compare/upstream.ts', openimURL], line: /upstream at (\S+)/ };
  const [, upstream = ''] = stack.use(await startPinned({ ...memory, ...on })).said;
  return { openimURL, wsURL, upstream };
}

/** OpenIM, our gateway with everybody signed in, and groups full of messages. */
export async function openGround(options: GroundOptions, stack: AsyncDisposableStack): Promise<Ground> {
  const { data, cores, profile } = options;
  const { openimURL, wsURL, upstream } = await openUpstream(options, stack);
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const program = stack.use(
    await startPinned({
      args: [...profiling, 'gateway/main.ts'],
      settings: [...quiet({ upstream, wsURL }), `DATA_DIR=${join(data, 'ours')}`],
      line: /ready at (\S+)\/graphql/,
      ...pin(cores, 'contender'),
    }),
  );
  const url = program.said[1] ?? '';
  const sessions = await signIn(url, 'WEB');
  const world = await furnish(openimURL, sessions);
  const worldFile = join(data, 'world.json');
  await writeFile(worldFile, JSON.stringify(world));
  return { cores, data, upstream, wsURL, world, worldFile, sessions, ours: { program, url } };
}
