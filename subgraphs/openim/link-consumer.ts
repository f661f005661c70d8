import type { ChatEvent, Consumer } from '../kit/events.ts';
import type { LinkSightings } from '../kit/link-sightings.ts';
import { contentOf } from './model/content.ts';
import { linksIn } from './model/links.ts';

/** Of one message: who writes more makes a list, and a list is fetched as it is read. */
const MOST_OF_MESSAGE = 5;
/** Ms after which a message is told for other reasons than that it is about to be read. */
const NEWS_MS = 3_600_000;

/** Links are known of from the moment when somebody writes them: their previews are there for the first who reads. */
export const createLinkConsumer = (links: LinkSightings): Consumer => ({
  name: 'links',
  kinds: new Set(['MESSAGE_SAVED']),
  async handle(events) {
    const urls = new Set(events.flatMap(linksOf));
    if (urls.size > 0) await links.sighted([...urls]);
  },
});

function linksOf({ fact, at }: ChatEvent): string[] {
  if (fact.kind !== 'MESSAGE_SAVED' || at.getTime() < Date.now() - NEWS_MS) return [];
  // Most messages need not be read for that.
  if (!/https?:/i.test(fact.message.content)) return [];
  const content = contentOf(fact.message.contentType, fact.message.content);
  // Only texts that may mention people are texts with links.
  return 'mentions' in content
    ? linksIn(content.text)
        .slice(0, MOST_OF_MESSAGE)
        .map(({ url }) => url)
    : [];
}
