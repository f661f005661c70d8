import { createTransport } from 'nodemailer';
import { badInput } from '../../../kit/fault.ts';
import type { Delivery } from './delivery.ts';

/** A mail server that says nothing is given up on, so that its message is tried again, and that we can stop. */
const SILENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };

/** `url`: `smtp://[user:password@]host[:port][?from=address]`, or `smtps://`. */
export function createMail(url: string): Delivery {
  const { searchParams, hostname } = new URL(url);
  const from = searchParams.get('from') ?? `no-reply@${hostname}`;
  const transport = createTransport({ url, ...SILENCE }, { from });
  return {
    accepts({ channel }) {
      if (channel !== 'email') throw badInput('input.phone', 'codes are sent by e-mail here, so an email is expected');
    },
    async send({ to, subject, text }) {
      // As an object it is no list of addresses to be taken apart.
      await transport.sendMail({ to: { name: '', address: to.address }, subject, text });
    },
    close: () => transport.close(),
  };
}
