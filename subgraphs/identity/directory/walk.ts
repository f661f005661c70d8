import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { asAdmin } from '../../openim/rest/call.ts';
import type { OpenIM } from '../../openim/rest/openim.ts';
import type { Directory } from './directory.ts';

const LOOK_MS = 60_000;
const HOURS = 6;
const ROWS = 500;
/** Between two pages: nobody waits for this, and OpenIM has others to serve. */
const BREATH_MS = 200;
const ATTEMPT_MS = 30_000;
const NAME = 'directory-walk';

export interface WalkParts {
  readonly db: Knex;
  readonly directory: Directory;
  readonly openim: Pick<OpenIM, 'users'>;
  readonly log: Logger;
}

/**
 * Reads all of OpenIM's users, at the first start and every few hours, on one node at a time: those whom nobody asked
 * for since they were made, or renamed past us.
 */
export function startWalking({ db, directory, openim, log }: WalkParts): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  /** Whoever writes the time walks. */
  async function due(): Promise<boolean> {
    const row = { name: NAME, value: 'true', changed_at: db.fn.now() };
    const taken = await db
      .table('identity.settings')
      .insert(row)
      .onConflict('name')
      .merge()
      .whereRaw(`settings.changed_at < now() - make_interval(hours => ${HOURS})`)
      .returning('name');
    return taken.length === 1;
  }

  async function walk(): Promise<void> {
    for (let number = 1, seen = 0, total = 1; seen < total && !signal.aborted; number += 1) {
      const call = asAdmin({ signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]), log });
      const page = await openim.users.page({}, { number, rows: ROWS }, call);
      if (page.rows.length === 0) return;
      await directory.keep(page.rows);
      seen += page.rows.length;
      total = page.total;
      await pause(BREATH_MS, null, { signal });
    }
  }

  async function look(): Promise<void> {
    if (!(await due())) return;
    await walk().catch(async (error: unknown) => {
      if (!signal.aborted) log.warn({ err: error }, "OpenIM's users could not be read for searching");
      // The next look tries again.
      await db
        .table('identity.settings')
        .where({ name: NAME })
        .update({ changed_at: new Date(0) });
    });
  }

  const walking = (async () => {
    while (!signal.aborted) {
      await look().catch((err: unknown) => log.warn({ err }, "OpenIM's users could not be read for searching"));
      await pause(LOOK_MS, null, { signal, ref: false }).catch(() => undefined);
    }
  })();

  return {
    async stop() {
      stopping.abort();
      await walking;
    },
  };
}
