import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { startPostgres } from '../postgres.ts';
import { type Program, startPinned } from '../program.ts';
import { startRedis } from '../redis.ts';
import { askSigned, type Contender } from './contender.ts';
import { type Ground, quiet } from './ground.ts';
import { email, signIn, type World } from './world.ts';

/** Those that the others have behind HTTP, too. */
const APART = ['openim', 'media'] as const;

const LINE = /ready at (http\S+?)\/graphql/;

/** Our gateway with these subgraphs in processes of their own, and the Postgres and Redis that all of them share. */
export async function openApart(ground: Ground, stack: AsyncDisposableStack): Promise<Contender> {
  const cores = ground.cores?.contender;
  const places = [stack.use(await startPostgres(cores)), stack.use(await startRedis(cores))];
  const port = await freePort();
  const settings = [
    ...[...quiet(ground), ...keys(), `DATA_DIR=${join(ground.data, 'apart')}`, `PUBLIC_URL=http://127.0.0.1:${port}`],
    ...places.map(({ url }, nth) => `${['DATABASE_URL', 'REDIS_URL'][nth]}=${url}`),
  ];
  await bringAlong(ground, settings);
  const begin = async (args: readonly string[], more: readonly string[] = []): Promise<Program> =>
    stack.use(
      await startPinned({
        args,
        settings: [...settings, ...more],
        line: LINE,
        ...(cores === undefined ? {} : { cores }),
      }),
    );
  const subgraphs = await Promise.all(APART.map((name) => begin(['gateway/subgraph.ts', name])));
  const addresses = subgraphs.map(({ said }, nth) => `${APART[nth]}=${said[1]}/graphql`);
  const gateway = await begin(['gateway/main.ts'], [`PORT=${port}`, `SUBGRAPHS=${addresses.join()}`]);
  const url = gateway.said[1] ?? '';
  const sessions = await signIn(url, 'IOS');
  const pids = [gateway, ...subgraphs, ...places].map(({ pid }) => pid);
  return { name: 'ours-http', url, pids, question: askSigned(url, sessions) };
}

/** As an operator makes them: the same for all processes. */
const keys = (): string[] =>
  execFileSync(process.execPath, ['gateway/admin.ts', 'keys'], { encoding: 'utf8' }).trim().split('\n');

/** Gives those who are in OpenIM already an account, so that they are the people that all others are asked about. */
async function bringAlong({ data, world }: { data: string; world: World }, settings: readonly string[]): Promise<void> {
  const file = join(data, 'people.csv');
  const rows = world.people.map(({ userID }, nth) => `${userID},${email(nth)}`);
  await writeFile(file, ['userID,email', ...rows].join('\n'));
  execFileSync('env', [...settings, process.execPath, 'gateway/admin.ts', 'import-users', file], { stdio: 'ignore' });
}
