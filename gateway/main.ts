import { pino } from 'pino';
import { StartRefused } from '../embedded/start-refused.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { firstLines } from './first-lines.ts';
import { type Running, start } from './start.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function refuse(error: unknown): never {
  const known = error instanceof ConfigError || error instanceof StartRefused;
  process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}

function config(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    return refuse(error);
  }
}

const settings = config();
const log = pino({ level: settings.logLevel, base: null });
for (const { name, meant } of settings.lookalikes)
  log.warn(`${name} is no setting of this program; was ${meant} meant?`);

let stopping = false;
function stop(running: Running | null): void {
  // A second signal is somebody who does not want to wait.
  if (stopping) process.exit(130);
  stopping = true;
  if (running === null) process.exit(130);
  running.stop().then(() => process.exit(0), refuse);
}

let running: Running | null = null;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(running));
running = await start(settings, log).catch(refuse);
say(firstLines(running, settings));
