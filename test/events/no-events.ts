import type { EventPipeline } from '../../subgraphs/kit/event-pipeline.ts';

/** A delivery that tells nobody of anything. */
export const noEvents: EventPipeline = {
  consumers: async () => [],
  deadLetters: async () => [],
  retry: async () => 0,
  replay: async () => 0,
};
