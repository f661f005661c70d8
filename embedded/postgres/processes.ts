import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

interface Running {
  readonly pid: number;
  readonly uid: number;
  readonly command: string;
}

/**
 * The processes of a user whose command line holds a text. Whoever runs in a folder could be asked for by its working
 * directory too, but root in a container may not read that of another user's process; command lines, everybody may.
 */
export async function findProcesses(uid: number, text: string): Promise<readonly number[]> {
  const running = process.platform === 'linux' ? await fromProc(uid) : await fromPs();
  return running.filter((one) => one.uid === uid && one.command.includes(text)).map((one) => one.pid);
}

async function fromProc(uid: number): Promise<readonly Running[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    pids.map(async (pid) => {
      // Processes end while they are being looked at.
      const owner = await stat(`/proc/${pid}`).catch(() => null);
      if (owner?.uid !== uid) return [];
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return [{ pid: Number(pid), uid, command }];
    }),
  );
  return all.flat();
}

async function fromPs(): Promise<readonly Running[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,uid=,command='], { maxBuffer: 16e6 });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, uid, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), uid: Number(uid), command }];
  });
}
