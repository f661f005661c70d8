export interface Repeated {
  /** Does not wait for its time; where it is under way, that one is it. */
  now(): void;
  stop(): Promise<void>;
}

/** Does a piece of work now and then, never twice at once. Stopping resolves when what is under way has ended. */
export function repeat(every: number, work: () => Promise<void>, failed: (error: unknown) => void): Repeated {
  let working: Promise<void> | null = null;
  const now = (): void => {
    working ??= work()
      .catch(failed)
      .finally(() => {
        working = null;
      });
  };
  const timer = setInterval(now, every).unref();
  return {
    now,
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
