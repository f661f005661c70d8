import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { migrate, openDatabase } from '../../subgraphs/kit/database.ts';
import { createGuardedGet } from '../../subgraphs/kit/guarded-get.ts';
import { linkAddress } from '../../subgraphs/media/links/address.ts';
import { type Links, startLinks } from '../../subgraphs/media/links/links.ts';
import { openPool } from '../../subgraphs/media/workers/pool.ts';
import { log } from '../openim-rest/double.ts';
import { emptyDatabase } from '../world/database.ts';

/** Web sites on this machine: each path is a page. */
export interface Sites extends AsyncDisposable {
  /** The address of a page. */
  at(path: string): string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
}

export async function openSites(listener: RequestListener): Promise<Sites> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    listener(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    at: (path) => `http://127.0.0.1:${port}${path}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page of HTML, with this in its head. */
export const page = (title: string, more = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${more}</head><body>…</body></html>`;

export const HTML = { 'content-type': 'text/html; charset=utf-8' };

export interface Shown {
  readonly title: string | null;
  readonly description: string | null;
  readonly siteName: string | null;
  readonly imageURL: string | null;
}

export interface Node extends Links {
  /** What one request is told now of each of these. */
  look(...urls: string[]): Promise<readonly (Shown | null)[]>;
  /** The same, once none of them waits to be fetched any more. */
  settled(...urls: string[]): Promise<readonly (Shown | null)[]>;
}

/** Nodes that share nothing but a database. */
export async function openNodes(count = 1, mode: 'on' | 'private' = 'private') {
  const undo = new AsyncDisposableStack();
  const database = undo.use(await emptyDatabase());
  const dbs = Array.from({ length: count }, () => openDatabase(database.url, log));
  for (const db of dbs) undo.defer(() => db.destroy());
  const [db] = dbs as [Knex, ...Knex[]];
  const directory = join(import.meta.dirname, '../../subgraphs/media/migrations');
  await migrate(db, { schema: 'media', directory });
  const pool = openPool();
  undo.defer(() => pool.stop());
  const web = createGuardedGet({ allowPrivate: mode === 'private' });
  undo.defer(() => web.close());
  const nodes = dbs.map((own) => nodeOf(startLinks({ db: own, log, mode, web, pool }), db));
  for (const node of nodes) undo.defer(() => node.stop());
  return { db, nodes, node: nodes[0] as Node, [Symbol.asyncDispose]: () => undo.disposeAsync() };
}

function nodeOf(links: Links, db: Knex): Node {
  async function look(...urls: string[]): Promise<readonly (Shown | null)[]> {
    const previewOf = links.loader();
    const rows = await Promise.all(urls.map(previewOf));
    return rows.map(
      (row) =>
        row && {
          title: row.title,
          description: row.description,
          siteName: row.site_name,
          imageURL: row.image_url,
        },
    );
  }
  return {
    ...links,
    look,
    async settled(...urls) {
      const ids = urls.flatMap((url) => linkAddress(url)?.id ?? []);
      const fresh = db
        .table('media.link_previews')
        .whereIn('id', ids)
        .whereNull('due_at')
        .where('expires_at', '>', db.fn.now());
      await look(...urls);
      // What is noted behind an answer is there a moment later.
      await until(async () => (await fresh.clone().select('id')).length === new Set(ids).size);
      return look(...urls);
    },
  };
}

/** Asks until it is so; a minute at most. */
export async function until(so: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 1_200; looks += 1) {
    if (await so()) return;
    await pause(50);
  }
  throw new Error('It did not come to be within a minute.');
}
