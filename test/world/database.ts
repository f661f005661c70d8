import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { pino } from 'pino';
import { type EmbeddedPostgres, startPostgres } from '../../embedded/postgres/launcher.ts';

let started: Promise<EmbeddedPostgres> | null = null;
let count = 0;

/** One server for all worlds of a test file: to start it costs more than a world does. */
async function startServer(): Promise<EmbeddedPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'world-postgres-'));
  const postgres = await startPostgres({ dataDir, log: pino({ level: 'silent' }) });
  const stop = async (): Promise<void> => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}

function sharedServer(): Promise<EmbeddedPostgres> {
  started ??= startServer();
  return started;
}

// Here, and not where it is started: there it would belong to the one test that happened to be the first.
after(async () => (await started)?.stop());

export interface EmptyDatabase extends AsyncDisposable {
  readonly url: string;
}

/** A database of its own on the server of `DATABASE_URL`, or on the embedded one. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const base = process.env.DATABASE_URL ?? (await sharedServer()).url;
  count += 1;
  const name = `world_${process.pid}_${count}`;
  await administer(base, `create database ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => administer(base, `drop database if exists ${name} with (force)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
