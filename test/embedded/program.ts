import type { Logger } from 'pino';
import { startPostgres } from '../../embedded/postgres/launcher.ts';

/** What the gateway's main does with the launcher, and nothing else: start, say so, stop at a signal. */
const [dataDir = ''] = process.argv.slice(2);
const ignore = (): void => {};
const info = (_fields: object, message: string): void => void process.stderr.write(`${message}\n`);
const log = { debug: ignore, info, warn: info, error: info } as unknown as Logger;

try {
  const { url, stop } = await startPostgres({ dataDir, log });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  process.stdout.write(`${JSON.stringify({ url })}\n`);
} catch (error) {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
}
