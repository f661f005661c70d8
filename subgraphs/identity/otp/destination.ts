import parsePhoneNumber from 'libphonenumber-js';
import { badInput } from '../../kit/fault.ts';

/** Where a code goes, in one spelling: two people who write it differently are one account. */
export interface Destination {
  readonly channel: 'phone' | 'email';
  /** E.164, or a lower-cased mail address. */
  readonly address: string;
}

const LONGEST_EMAIL = 254;
/** As HTML's form fields take it: one address, without a name, quotes or comments. */
const EMAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** The API's scalars have seen the values already; this brings them into one spelling. */
export function destinationOf(input: { phone?: string | null; email?: string | null }): Destination {
  if (typeof input.phone === 'string') return { channel: 'phone', address: phoneOf(input.phone) };
  if (typeof input.email === 'string') return { channel: 'email', address: emailOf(input.email) };
  throw badInput('input', 'exactly one of phone and email is expected');
}

export function phoneOf(text: string, field = 'input.phone'): string {
  const phone = parsePhoneNumber(text);
  if (!phone?.isPossible()) throw badInput(field, 'a phone number in E.164 is expected, such as +8613800138000');
  return phone.number;
}

export function emailOf(text: string, field = 'input.email'): string {
  const email = text.trim().toLowerCase();
  if (email.length > LONGEST_EMAIL || !EMAIL.test(email))
    throw badInput(field, 'a mail address is expected, such as ann@example.com');
  return email;
}
