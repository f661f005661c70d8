import { setFlagsFromString } from 'node:v8';
import { type Logger, pino } from 'pino';
import { StartRefused } from '../embedded/start-refused.ts';
import { type Config, ConfigError } from './config.ts';

interface Stoppable {
  stop(): Promise<void>;
}

/** What a process is: its settings, how it starts with them, what it says then. */
export interface Program<Running extends Stoppable> {
  readonly settings: () => Config;
  readonly start: (config: Config, log: Logger) => Promise<Running>;
  readonly lines: (running: Running, config: Config) => string;
}

/**
 * By how much of what is in use the heap may grow before garbage is collected, in percent. V8 by itself lets it become
 * three to four times as large where the machine has memory, and what it saves by that is less than can be measured.
 */
const HEAP_GROWTH = 50;

/** Runs until a signal ends it; a start that was refused says why, and is an exit with 1. */
export async function runProgram<Running extends Stoppable>(program: Program<Running>): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const config = orRefused(program.settings);
  const log = pino({ level: config.logLevel, base: null });
  for (const { name, meant } of config.lookalikes)
    log.warn(`${name} is no setting of this program; was ${meant} meant?`);

  let running: Running | null = null;
  let stopping = false;
  const stop = (): void => {
    // A second signal is somebody who does not want to wait.
    if (stopping || running === null) process.exit(130);
    stopping = true;
    running.stop().then(() => process.exit(0), refuse);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  running = await program.start(config, log).catch(refuse);
  process.stdout.write(`${program.lines(running, config)}\n`);
}

function orRefused<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    return refuse(error);
  }
}

function refuse(error: unknown): never {
  const known = error instanceof ConfigError || error instanceof StartRefused;
  process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
