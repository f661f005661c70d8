import type { Call } from '../../subgraphs/openim/rest/call.ts';
import type { OpenIM } from '../../subgraphs/openim/rest/openim.ts';
import type { Ledger } from './ledger.ts';
import type { Listing, Listings } from './listings.ts';
import type { Walks } from './walks.ts';

export type Ask = <Answer>(call: (call: Call) => Promise<Answer>) => Promise<Answer>;

const ROWS = 500;

export interface DiscoveryParts {
  readonly openim: Pick<OpenIM, 'messages' | 'users' | 'groups'>;
  readonly ledger: Ledger;
  readonly walks: Walks;
  readonly listings: Listings;
}

/** Finds conversations that nobody told of: one call at a time, for as long as nothing else is to be done. */
export function createDiscovery({ openim, ledger, walks, listings }: DiscoveryParts) {
  async function list(listing: Listing, ask: Ask): Promise<void> {
    const page = { number: listing.page, rows: ROWS };
    if (listing.name === 'users') {
      const { rows } = await ask((call) => openim.users.page({}, page, call));
      await walks.list(rows.map(({ userID }) => userID));
      return listings.done(listing, rows.length < ROWS);
    }
    const { rows } = await ask((call) => openim.groups.page('', page, call));
    await ledger.meet(rows.map(({ groupID }) => ({ conversationID: `sg_${groupID}`, maxSeq: 0 })));
    return listings.done(listing, rows.length < ROWS);
  }

  async function walk(userID: string, ask: Ask): Promise<void> {
    const newest = Object.entries(await ask((call) => openim.messages.newestSeqs(userID, call)));
    const reaches = newest.map(([conversationID, maxSeq]) => ({ conversationID, maxSeq }));
    await ledger.meet(reaches);
    await walks.readers(reaches.map(({ conversationID }) => ({ conversationID, userID })));
    await walks.walked(userID);
  }

  return {
    /** False: there is nothing to do now. */
    async step(ask: Ask): Promise<boolean> {
      const listing = await listings.claim();
      if (listing !== null) await list(listing, ask);
      const userID = await walks.claimUser();
      if (userID !== null) await walk(userID, ask);
      return listing !== null || userID !== null;
    },
  };
}
