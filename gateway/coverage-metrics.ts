import type { Coverages, TotalCoverage } from '../subgraphs/kit/coverage.ts';
import type { Observer } from './observe.ts';

/** What is counted over all conversations is not counted anew for each scrape. */
const FRESH_MS = 15_000;

/** How complete the record of events is; a number that is not known now is left out, never made up. */
export function watchCoverage(observer: Observer, coverage: Coverages): void {
  let counted: { readonly at: number; readonly total: Promise<TotalCoverage> } | null = null;
  const total = (): Promise<TotalCoverage> => {
    if (counted === null || Date.now() - counted.at > FRESH_MS) counted = { at: Date.now(), total: coverage.total() };
    return counted.total;
  };
  observer.watch({
    name: 'events_messages',
    help: 'Messages of OpenIM by how we know of them: told by a callback, found by seq, gone before that, or missing.',
    label: 'state',
    read: async () => {
      const { told, found, gone, missing } = await total();
      return { told, found, gone, missing };
    },
  });
  observer.watch({
    name: 'events_conversations',
    help: 'Conversations of which nothing is missing, something is, or nobody knows because OpenIM was never asked.',
    label: 'state',
    read: async () => {
      const { conversations, incomplete, neverChecked } = await total();
      return { known: conversations, incomplete, never_checked: neverChecked };
    },
  });
  observer.watch({
    name: 'events_users_not_walked',
    help: 'People whose list of conversations was never read, so that they may have some that nobody knows of.',
    label: 'state',
    read: async () => ({ not_walked: (await total()).usersNotWalked }),
  });
}
