import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../gateway/main.ts');

/** One run of the program as `npm start` runs it. */
export interface Run extends AsyncDisposable {
  /** From the first line; null when it ended before it was ready. */
  readonly url: string | null;
  readonly ms: number;
  said(): string;
  signal(name: NodeJS.Signals): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

export function temporaryFolder(): Disposable & { path: string } {
  const path = mkdtempSync(join(tmpdir(), 'program-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export async function runProgram(environment: Record<string, string>, nodeArguments: string[] = []): Promise<Run> {
  const began = performance.now();
  const { PATH = '', TMPDIR = tmpdir() } = process.env;
  const child = spawn(process.execPath, [...nodeArguments, MAIN], { env: { PATH, TMPDIR, PORT: '0', ...environment } });
  let said = '';
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  );
  const ready = new Promise<string>((resolve) => {
    const hear = (text: Buffer): void => {
      said += text;
      const url = /is ready at (\S+)\/graphql/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  const url = await Promise.race([ready, ended.then(() => null)]);
  return {
    url,
    ms: performance.now() - began,
    said: () => said,
    signal: (name) => void sendSignal(child, name),
    ended,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const sendSignal = (child: ChildProcess, name: NodeJS.Signals): boolean => child.kill(name);

/** Processes of this machine that work in the folder, or were started with it. */
export function processesOn(folder: string): string[] {
  const place = realpathSync(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const about = [
          readlinkSync(`/proc/${pid}/cwd`),
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
        ];
        return about.some((text) => text.includes(place)) ? [about.join(' ')] : [];
      } catch {
        // It ended while we were looking.
        return [];
      }
    });
}
