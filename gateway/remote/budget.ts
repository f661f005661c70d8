/** Repetitions that may be made at once, before any was earned. */
const MOST = 10;
/** What one question earns: at most one in ten is repeated, so that who is down is not asked twice as much. */
const EARNED = 0.1;

/** How often a subgraph may be asked again. */
export interface Budget {
  earn(): void;
  /** False: there is nothing left. */
  spend(): boolean;
}

export function createBudget(): Budget {
  let left = MOST;
  return {
    earn: () => {
      left = Math.min(MOST, left + EARNED);
    },
    spend: () => {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
