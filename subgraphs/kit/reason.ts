import { badInput } from './fault.ts';

const LONGEST_REASON = 500;

/** Why an admin does something, as it is kept with the deed in the audit log. */
export function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > LONGEST_REASON || reason.includes('\0'))
    throw badInput('reason', `1 to ${LONGEST_REASON} characters are expected: why this is done`);
  return reason;
}
