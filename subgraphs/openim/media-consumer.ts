import type { ChatEvent, Consumer } from '../kit/events.ts';
import type { MediaReference } from '../kit/media-claim.ts';
import type { MediaSightings } from '../kit/media-sightings.ts';
import { mediaOf } from './model/media.ts';

/** Ms after which a message is told for other reasons than that it is about to be read. */
const NEWS_MS = 3_600_000;

/** Files are known of from the moment when somebody sends them: they are read by the time that anybody looks. */
export const createMediaConsumer = (media: MediaSightings): Consumer => ({
  name: 'media',
  kinds: new Set(['MESSAGE_SAVED']),
  async handle(events) {
    const files = new Map(events.flatMap(filesOf).map((file) => [file.id, file]));
    if (files.size > 0) await media.sighted([...files.values()]);
  },
});

function filesOf({ fact, at }: ChatEvent): readonly MediaReference[] {
  if (fact.kind !== 'MESSAGE_SAVED' || at.getTime() < Date.now() - NEWS_MS) return [];
  return mediaOf(fact.message);
}
