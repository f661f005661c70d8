import type { BanDesk } from '../../kit/ban-desk.ts';
import type { Endings } from '../sessions/endings.ts';
import { banOf } from './ban.ts';
import type { Bans } from './bans.ts';

/** Bans that are decided elsewhere, in the transaction of that decision. */
export const createBanDesk = (bans: Bans, endings: Pick<Endings, 'pay'>): BanDesk => ({
  ban: async (order, on) => (await bans.ban(order, on)).ban.id,
  standsUntil: async (userID, until, on) => {
    const ban = await banOf(on, userID);
    return ban !== null && (ban.until === null || ban.until >= until);
  },
  lift: async ({ userID, by, banID }, on) => {
    if (banID !== undefined && (await banOf(on, userID))?.id !== banID) return false;
    return (await bans.lift(userID, by, on)) !== null;
  },
  pay: async (userID) => {
    await endings.pay(userID);
  },
});
