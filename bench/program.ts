import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program of ours that runs by itself until it is disposed of. */
export interface Program extends AsyncDisposable {
  readonly pid: number;
  /** What the first line that fits says. */
  readonly said: RegExpExecArray;
}

export interface Started {
  readonly args: readonly string[];
  readonly settings: readonly string[];
  /** Said when it is ready. */
  readonly line: RegExp;
  /** As `taskset` names them: it, and what it starts, run on no others. Absent: on any. */
  readonly cores?: string;
}

/** Starts `node <args>` with settings of its own; resolves when it has said a line that fits. */
export const start = (args: readonly string[], settings: readonly string[], line: RegExp): Promise<Program> =>
  startPinned({ args, settings, line });

/** What a command begins with that runs on these cores alone, and what it starts. */
export const pinned = (cores: string | undefined): string[] => (cores === undefined ? [] : ['taskset', '-c', cores]);

export async function startPinned({ args, settings, line, cores }: Started): Promise<Program> {
  const command = [...settings, ...pinned(cores), process.execPath, ...args];
  const child = spawn('env', command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const end = (): void => void child.kill('SIGTERM');
  process.once('exit', end);
  const stop = async (): Promise<void> => {
    process.off('exit', end);
    if (child.exitCode !== null) return;
    end();
    await once(child, 'exit');
  };
  for await (const text of createInterface({ input: child.stdout })) {
    const said = line.exec(text);
    if (said === null || child.pid === undefined) continue;
    child.stdout.resume();
    return { pid: child.pid, said, [Symbol.asyncDispose]: stop };
  }
  throw new TypeError(`${args.join(' ')} ended before it was ready`);
}
