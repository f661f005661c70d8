import { badInput, Fault } from '../../kit/fault.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import { type AuditFilter, type AuditRow, countAudit, readAudit } from '../audit/read.ts';
import type { IdentityContext } from '../context.ts';

const LIST = 'audit';
const WORD = /^[^\s\p{Cc}]{1,200}$/u;

export async function auditLog(
  _: unknown,
  { first, after, ...filter }: PageArguments & AuditFilter,
  { db }: IdentityContext,
): Promise<Connection<AuditRow>> {
  for (const field of ['target', 'actor', 'action'] as const)
    if (!WORD.test(filter[field] ?? 'any')) throw badInput(field, '1 to 200 characters without spaces are expected');
  const rows = rowsAsked(first);
  const before = after == null ? null : positionIn(after);
  const [found, total] = await Promise.all([
    readAudit(db, filter, { limit: rows + 1, before }),
    countAudit(db, filter),
  ]);
  const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(LIST, node.seq), node }));
  return connection(page, { next: found.length > rows, previous: before !== null, total });
}

function positionIn(cursor: string): number {
  const position = positionOf(LIST, cursor);
  if (!/^\d{1,15}$/.test(position)) throw new Fault('CURSOR_INVALID', { field: 'after' });
  return Number(position);
}

export const AuditEvent = {
  id: ({ seq }: AuditRow) => seq,
  detail: ({ details }: AuditRow) => (details === null ? null : JSON.parse(details)),
  admin: ({ actor }: AuditRow, _: unknown, { adminByID }: IdentityContext) =>
    actor.startsWith('admin:') ? adminByID.load(actor.slice('admin:'.length)) : null,
};
