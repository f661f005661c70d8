import { randomUUID } from 'node:crypto';
import { Fault } from '../../kit/fault.ts';
import type { Store } from '../../kit/store.ts';
import type { Call } from '../../openim/rest/call.ts';
import { MOST_ATTEMPTS } from './limits.ts';
import { namingOf, type Placing } from './place.ts';
import type { UploadRow } from './shelf.ts';
import { storedSize } from './stored-size.ts';

export interface Completing extends Placing {
  readonly store: Store;
}

/** Longer than the calls within may take together. */
const LOCK_MS = 45_000;
/** Whoever asked may leave meanwhile: what has begun here is brought to its end. */
const WORK_MS = 30_000;

/** Ends an upload whose parts are put. Again is the same. */
export async function complete(row: UploadRow, completing: Completing, given: Call): Promise<UploadRow> {
  if (row.state === 'COMPLETE') return row;
  if (row.expires_at.getTime() < Date.now()) throw new Fault('UPLOAD_EXPIRED');
  if (row.attempts > MOST_ATTEMPTS) throw new Fault('UPLOAD_SPENT');
  const { ticket } = row;
  if (ticket === null) throw new Fault('UPLOAD_INCOMPLETE');
  const call = { ...given, signal: AbortSignal.timeout(WORK_MS) };
  const { objects, shelf } = completing;
  return alone(completing.store, row.hash, async () => {
    if (row.way === 'POST') await objects.completeForm(ticket, call);
    else await completeParts({ ...row, ticket }, completing, call);
    // Of a form, and of one part, OpenIM has compared it.
    if (row.way === 'PUT' && row.part_md5s.length > 1) await demandSize(row, completing, call);
    return shelf.change(row, { state: 'COMPLETE' });
  });
}

/** Two that complete the same bytes at once could each pass for who has put them. */
async function alone<Result>(store: Store, hash: string, work: () => Promise<Result>): Promise<Result> {
  const [key, owner] = [`media:upload:${hash}`, randomUUID()];
  if (!(await store.set(key, owner, { ttl: LOCK_MS, ifAbsent: true }))) throw new Fault('UPLOAD_BUSY');
  try {
    return await work();
  } finally {
    await store.deleteIf(key, owner);
  }
}

async function completeParts(
  row: UploadRow & { readonly ticket: string },
  { objects, shelf }: Completing,
  call: Call,
): Promise<void> {
  const naming = namingOf(row);
  // OpenIM completes an upload of nothing, where somebody else has put these bytes since it began.
  const probe = { ...naming, name: `${row.owner}/${randomUUID()}` };
  const known = (await objects.begin({ hash: row.hash, size: row.size, signed: 'none', ...probe }, call)) === null;
  if (known && !(await shelf.holds(row))) return startOver(row, shelf);
  try {
    await objects.complete({ uploadID: row.ticket, partMD5s: row.part_md5s, ...naming }, call);
  } catch (error) {
    if (error instanceof Fault && error.reason === 'UPLOAD_INCOMPLETE') await shelf.change(row, { stored_parts: [] });
    throw error;
  }
}

/** In a form, whose bytes are nobody else's. */
async function startOver(row: UploadRow, shelf: Completing['shelf']): Promise<never> {
  await shelf.change(row, { way: 'POST', ticket: null, stored_parts: [] });
  throw new Fault('UPLOAD_INCOMPLETE');
}

async function demandSize(row: UploadRow, { objects, shelf }: Completing, call: Call): Promise<void> {
  const size = await storedSize(await objects.accessURL(row.object_name, call));
  if (size === null) call.log.warn('the object store cannot be asked from here; the size of a file is as it was told');
  else if (size !== row.size) await startOver(row, shelf);
}
