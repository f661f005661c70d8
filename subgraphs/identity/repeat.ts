/** Does a piece of work now and then, never twice at once. Stopping resolves when what is under way has ended. */
export function repeat(
  every: number,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  let working: Promise<void> | null = null;
  const timer = setInterval(() => {
    working ??= work()
      .catch(failed)
      .finally(() => {
        working = null;
      });
  }, every).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
