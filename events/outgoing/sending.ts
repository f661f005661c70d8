import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { AuditLog } from '../../subgraphs/kit/audit.ts';
import { repeat } from '../../subgraphs/kit/repeat.ts';
import { type DeliveryRow, deliveries, sweepDeliveries, takeDue } from './deliveries.ts';
import { type EndpointRow, endpoints } from './endpoints.ts';
import { pauseAfter } from './patience.ts';
import { liveSecrets } from './secrets.ts';
import { type Outcome, type Receiver, type TryParts, tell } from './tries.ts';

/** Ms between two looks at what is due; what is noted here is told at once. */
const LOOK_MS = 5_000;
const SWEEP_MS = 3_600_000;
/** An endpoint that takes nothing for so long is not told any more. */
const MOST_FAILING_DAYS = 3;

export interface SendingParts extends TryParts {
  readonly audit: AuditLog;
  readonly log: Logger;
}

/** Tells endpoints what is due, each at its own pace: one that is slow holds nobody else back. */
export function startSending(parts: SendingParts): { now(): void; stop(): Promise<void> } {
  const { db, log } = parts;
  const busy = new Map<string, Promise<void>>();
  let stopping = false;

  let again = false;
  const now = (): void => {
    again = true;
    looking.now();
  };

  async function look(): Promise<void> {
    do {
      again = false;
      await take();
    } while (again);
  }

  async function take(): Promise<void> {
    const due = Map.groupBy(await takeDue(db, [...busy.keys()]), ({ endpoint_id }) => endpoint_id);
    const receivers = await receiversOf(db, [...due.keys()]);
    for (const [id, rows] of due) {
      const work = Promise.all(
        rows.map((row) => attempt(row, receivers.get(id), { ...parts, stopping: () => stopping })),
      )
        .then(() => undefined)
        .catch((err: unknown) => log.warn({ err }, 'what came of a webhook could not be written down'))
        .finally(() => {
          busy.delete(id);
          now();
        });
      busy.set(id, work);
    }
  }
  const looking = repeat(LOOK_MS, look, (err) => log.warn({ err }, 'webhooks that are due could not be read'));
  const sweeping = repeat(
    SWEEP_MS,
    () => sweepDeliveries(db),
    (err) => log.warn({ err }, 'old deliveries could not be deleted'),
  );
  return {
    now,
    async stop() {
      stopping = true;
      await Promise.all([looking.stop(), sweeping.stop()]);
      // What is under way then is tried again by another node: its receiver knows it by its id.
      await parts.guarded.close();
      await Promise.all(busy.values());
    },
  };
}

async function receiversOf(db: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, Receiver>> {
  if (ids.length === 0) return new Map();
  const [rows, secrets] = await Promise.all([
    endpoints(db).whereIn('id', ids).select<EndpointRow[]>(),
    liveSecrets(db, ids),
  ]);
  return new Map(
    rows.map((endpoint) => [
      endpoint.id,
      { endpoint, secrets: secrets.filter(({ endpoint_id }) => endpoint_id === endpoint.id) },
    ]),
  );
}

interface AttemptParts extends SendingParts {
  readonly stopping: () => boolean;
}

async function attempt(row: DeliveryRow, receiver: Receiver | undefined, parts: AttemptParts): Promise<void> {
  // Deleted meanwhile, and its deliveries with it.
  if (receiver === undefined) return;
  const outcome = await tell(row, receiver, parts);
  // We broke it off ourselves: that is no fault of the receiver's, and no try.
  if (parts.stopping() && outcome.status === null) return giveBack(row, parts.db);
  if (outcome.problem === null) await thrives(receiver.endpoint, parts.db);
  else await fails(receiver.endpoint, outcome, parts);
  await settle(row, outcome, parts.db);
}

async function giveBack({ id, attempts }: DeliveryRow, db: Knex): Promise<void> {
  await deliveries(db)
    .where({ id, attempts, state: 'PENDING' })
    .update({ attempts: attempts - 1, next_at: db.fn.now() });
}

async function settle({ id, attempts }: DeliveryRow, { status, ms, problem, wait }: Outcome, db: Knex): Promise<void> {
  const seen = { last_status: status, last_ms: ms, problem };
  const settled = (state: string) => ({ ...seen, state, settled_at: db.fn.now() });
  const pause = problem === 'EVENT_GONE' ? null : pauseAfter(attempts, wait);
  const again = (after: number) => ({ ...seen, next_at: db.raw('now() + make_interval(secs => ?)', [after / 1000]) });
  // Told again on purpose meanwhile: then that begins anew.
  const row = deliveries(db).where({ id, attempts, state: 'PENDING' });
  await row.update(problem === null ? settled('DELIVERED') : pause === null ? settled('FAILED') : again(pause));
}

async function thrives({ id }: EndpointRow, db: Knex): Promise<void> {
  await endpoints(db).where({ id }).whereNotNull('failing_since').update({ failing_since: null });
}

/** Whoever answers 410 wants no more (Standard Webhooks); so does, by all appearance, who takes nothing for days. */
async function fails({ id, url }: EndpointRow, outcome: Outcome, { db, audit, log }: SendingParts): Promise<void> {
  const held = () => endpoints(db).where({ id });
  await held().whereNull('failing_since').update({ failing_since: db.fn.now() });
  await db.transaction(async (on) => {
    const lost = endpoints(on).where({ id }).whereNull('disabled_at');
    const tooLong = on.raw('failing_since < now() - make_interval(days => ?)', [MOST_FAILING_DAYS]);
    const reason = outcome.status === 410 ? 'GONE' : 'FAILING';
    const disabled = await (reason === 'GONE' ? lost : lost.where(tooLong)).update({
      disabled_at: on.fn.now(),
      disabled_for: reason,
    });
    if (disabled === 0) return;
    log.error({ endpoint: id, host: new URL(url).host, reason }, 'a webhook endpoint was disabled');
    await audit.record('system', { action: 'webhook.disable', target: `webhook:${id}`, reason, after: outcome }, on);
  });
}
