import { bounded } from '../../kit/bounded.ts';

/** When accounts began: ours say it themselves, others are known from when OpenIM told of them. */
export interface Accounts {
  registeredAt(userID: string): number | null;
  learn(userID: string, at: number): void;
}

const MOST = 100_000;
/** A userID of our making: a UUID of version 7 without its dashes, which begins with its time. */
const OURS = /^([0-9a-f]{12})7[0-9a-f]{3}[89ab][0-9a-f]{15}$/;

export function createAccounts(): Accounts {
  const known = bounded<string, number>(MOST);
  return {
    registeredAt(userID) {
      const time = OURS.exec(userID)?.[1];
      return time === undefined ? (known.get(userID) ?? null) : Number.parseInt(time, 16);
    },
    learn: (userID, at) => void known.set(userID, at),
  };
}
