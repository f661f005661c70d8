import type { AuditEntry } from '../../kit/audit.ts';
import type { OpenIMContext } from '../context.ts';

/** What is done in OpenIM is recorded first: where that fails, it is not done. */
export async function recorded<Result>(
  { scope, audit }: OpenIMContext,
  entry: AuditEntry,
  act: () => Promise<Result>,
): Promise<Result> {
  await audit.record({ viewer: scope.viewer, from: scope.ip }, entry);
  return act();
}
