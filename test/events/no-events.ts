import type { EventPipeline } from '../../subgraphs/kit/event-pipeline.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { WebhookDesk } from '../../subgraphs/kit/webhooks.ts';

/** A delivery that tells nobody of anything. */
export const noEvents: EventPipeline = {
  consumers: async () => [],
  deadLetters: async () => [],
  retry: async () => 0,
  dismiss: async () => 0,
  replay: async () => 0,
};

const nobody = async (): Promise<never> => {
  throw new Fault('NOT_FOUND', { what: 'The endpoint' });
};

/** Nobody is told anything. */
export const noWebhooks: WebhookDesk = {
  endpoints: async () => [],
  endpoint: async () => null,
  deliveries: async () => [],
  ...{
    create: nobody,
    update: nobody,
    rotate: nobody,
    remove: nobody,
    test: nobody,
    redeliver: nobody,
    replay: nobody,
  },
};
