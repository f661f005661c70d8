import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

/**
 * `read` ends when the pipe from us does, and the kernel closes that pipe however this process dies. Then the server
 * is asked to stop; its folder of sockets goes when it has. It is waited for half a minute only, because a dead
 * process keeps its number where nobody collects it (a container without an init).
 */
const SCRIPT = `
  read -r _
  kill -INT "$1" 2>/dev/null
  tries=0
  while kill -0 "$1" 2>/dev/null && [ $((tries += 1)) -lt 300 ]; do sleep 0.1; done
  rmdir "$2" 2>/dev/null
`;

/** Stops the server `pid` when this process is killed. The returned function lets go of it. */
export function watchOver(
  pid: number,
  { account, socketFolder }: { account: Account; socketFolder: string },
): () => void {
  const watchdog = spawn('/bin/sh', ['-c', SCRIPT, 'openim-graphql-watchdog', String(pid), socketFolder], {
    ...account,
    cwd: '/',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // Without a shell the next start stops what was left, as it does when the machine was too busy for this.
  watchdog.on('error', () => {});
  return () => {
    watchdog.kill('SIGKILL');
  };
}
