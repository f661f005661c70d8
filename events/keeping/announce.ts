import { afterCommit } from '../../subgraphs/kit/after-commit.ts';
import type { Announce } from '../../subgraphs/kit/events.ts';
import { insertRows, rowOf } from './inbox.ts';
import type { Kept } from './keeper.ts';

/** Keeps what this service did with what it did: whoever delivers is told when both are committed. */
export const createAnnounce =
  (told: (kept: Kept) => void): Announce =>
  async (on, announcements) => {
    const at = new Date();
    const rows = announcements.map((each) => rowOf({ ...each, at, source: 'SERVICE' }));
    if (rows.length === 0) return;
    const fresh = await insertRows(on, rows);
    afterCommit(on, () => told({ rows, fresh }));
  };
