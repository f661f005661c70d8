import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { gzip } from 'node:zlib';
import { graphiqlFiles, moduleFiles, type TextFile } from './files.ts';
import { savedOperations } from './operations.ts';
import { pageOf } from './page.ts';
import type { Settings } from './panel/settings.ts';

// The thread that index.ts starts: makes every file of the explorer, posts them in one map, and ends.

const settings: Settings = { ...(workerData as Omit<Settings, 'operations'>), operations: savedOperations() };

const page: TextFile = { path: '', type: 'text/html; charset=utf-8', text: pageOf(settings) };
const files = [page, ...(await graphiqlFiles()), ...moduleFiles()];
const pressed = files.map(async ({ path, type, text }) => {
  const etag = `W/"${createHash('sha256').update(text).digest('base64url')}"`;
  return [path, { type, etag, gzipped: await promisify(gzip)(text) }] as const;
});

parentPort?.postMessage(new Map(await Promise.all(pressed)));
