import type { AuditEntry } from '../../kit/audit.ts';
import { badInput } from '../../kit/fault.ts';
import type { OpenIMContext } from '../context.ts';

const LONGEST_REASON = 1_000;

/** Why an admin does it, as it stands in the audit log. */
export function reasonOf(reason: string): string {
  const text = reason.trim();
  if (text === '' || text.length > LONGEST_REASON)
    throw badInput('reason', `1 to ${LONGEST_REASON} characters are expected`);
  return text;
}

/** What is done in OpenIM is recorded first: where that fails, it is not done. */
export async function recorded<Result>(
  { scope, audit }: OpenIMContext,
  entry: AuditEntry,
  act: () => Promise<Result>,
): Promise<Result> {
  await audit.record({ viewer: scope.viewer, from: scope.ip }, entry);
  return act();
}
