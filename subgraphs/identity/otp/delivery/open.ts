import { type CallSettings, createCall } from './call.ts';
import type { Delivery } from './delivery.ts';
import { createMail } from './mail.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** `outbox` keeps messages for the developer's page; else by mail, by a call, or mailboxes by the one and phones by the other. */
export type DeliverySettings = 'outbox' | { readonly mail: string | null; readonly call: CallSettings | null };

export function openDelivery(settings: DeliverySettings): { delivery: Delivery; outbox: Outbox | null } {
  if (settings === 'outbox') {
    const outbox = createOutbox();
    return { delivery: outbox, outbox };
  }
  const mail = settings.mail === null ? null : createMail(settings.mail);
  const call = settings.call === null ? null : createCall(settings.call);
  return { delivery: both(mail, call), outbox: null };
}

function both(mail: Delivery | null, call: Delivery | null): Delivery {
  const ways = [mail, call].filter((way) => way !== null);
  const of = (channel: 'phone' | 'email'): Delivery =>
    (channel === 'email' ? (mail ?? call) : (call ?? mail)) as Delivery;
  return {
    accepts: (to) => of(to.channel).accepts(to),
    send: (message) => of(message.to.channel).send(message),
    close: () => {
      for (const way of ways) way.close();
    },
  };
}
