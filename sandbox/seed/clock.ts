/**
 * Runs something as if it were another time. The whole server asks Date.now() what time it is, and the seeded world
 * has a past; this is only safe around work that does not wait for anything.
 */
export const at = <T>(time: number, work: () => T): T => {
  const real = Date.now;
  Date.now = () => time;
  try {
    return work();
  } finally {
    Date.now = real;
  }
};
