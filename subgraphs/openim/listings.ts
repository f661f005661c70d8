import DataLoader from 'dataloader';
import { badInput } from '../kit/fault.ts';
import type { Call } from './rest/call.ts';
import type { OpenIM } from './rest/openim.ts';

const MOST_ASKED = 20;

interface ListingParts {
  readonly openim: OpenIM;
  readonly viewerID: string;
  readonly call: Call;
}

/**
 * Whether a user has the viewer in their contact list. OpenIM tells it of one user a call, so that an operation may ask
 * of a few only.
 */
export function createListings({ openim, viewerID, call }: ListingParts): DataLoader<string, boolean> {
  let asked = 0;
  return new DataLoader(async (ids) => {
    asked += ids.length;
    if (asked > MOST_ASKED) throw badInput('hasMeAsFriend', `at most ${MOST_ASKED} users of an operation are expected`);
    return Promise.all(ids.map((id) => openim.friends.has(id, viewerID, call)));
  });
}
