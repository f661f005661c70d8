import type { Next } from './lane.ts';

/** Others wait for the worker. */
const LONGEST_TURN_MS = 1_000;

/** Lanes that run in this process: what one is told of meanwhile it looks for at the end, and no job is added. */
export function createTurns() {
  const running = new Map<string, { again: boolean }>();
  return {
    /** Those that do not run here. */
    others: (lanes: readonly string[]): readonly string[] =>
      lanes.filter((lane) => {
        const turn = running.get(lane);
        if (turn !== undefined) turn.again = true;
        return turn === undefined;
      }),
    async take(lane: string, run: () => Promise<Next>): Promise<Next> {
      const turn = { again: true };
      const end = Date.now() + LONGEST_TURN_MS;
      running.set(lane, turn);
      try {
        let next: Next = null;
        while (turn.again && Date.now() < end) {
          turn.again = false;
          next = await run();
        }
        return turn.again ? 'NOW' : next;
      } finally {
        running.delete(lane);
      }
    },
  };
}
