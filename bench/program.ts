import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program of ours that runs by itself until it is disposed of. */
export interface Program extends AsyncDisposable {
  /** What the first line that fits says. */
  readonly said: RegExpExecArray;
}

/** Starts `node <args>` with settings of its own; resolves when it has said a line that fits. */
export async function start(args: readonly string[], settings: readonly string[], line: RegExp): Promise<Program> {
  const child = spawn('env', [...settings, process.execPath, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  for await (const text of createInterface({ input: child.stdout })) {
    const said = line.exec(text);
    if (said === null) continue;
    child.stdout.resume();
    return { said, [Symbol.asyncDispose]: stop };
  }
  throw new TypeError(`${args.join(' ')} ended before it was ready`);
}
