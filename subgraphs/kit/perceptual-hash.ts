/** A hash's bits, as `0` and `1`. */
export const bitsOf = (hash: Uint8Array): string =>
  Array.from(hash, (byte) => byte.toString(2).padStart(8, '0')).join('');

const LEAST_SET = 6;

/** The hash of a plain picture has hardly a bit, or nearly all, and is near to that of any other plain one. */
export function tellsApart(bits: string): boolean {
  const set = bits.replaceAll('0', '').length;
  return set >= LEAST_SET && set <= bits.length - LEAST_SET;
}
