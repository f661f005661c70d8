let last = 0;

/** The time in milliseconds, later at each call: rows are listed by it, and two calls are never made in one instant over there. */
export const newTime = (): number => {
  last = Math.max(Date.now(), last + 1);
  return last;
};
