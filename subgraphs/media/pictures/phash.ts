/** Pixels of each side that the hash is made from, and of the lowest frequencies that are kept. */
export const HASHED_SIDE = 32;
const KEPT = 8;

const COSINES = Array.from({ length: KEPT }, (_, frequency) =>
  Array.from({ length: HASHED_SIDE }, (_, at) => Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * HASHED_SIDE))),
);

/**
 * The perceptual hash of a picture of 32 by 32 grey pixels: of the 64 lowest frequencies of its cosine transform, whether
 * each is above their median (pHash). Pictures that look alike differ in few bits. 8 bytes, big endian, row by row.
 */
export function perceptualHash(grey: Uint8Array): Buffer {
  const strengths = COSINES.flatMap((down) =>
    COSINES.map((across) => {
      let sum = 0;
      for (let y = 0; y < HASHED_SIDE; y += 1) {
        let row = 0;
        for (let x = 0; x < HASHED_SIDE; x += 1) row += (grey[y * HASHED_SIDE + x] ?? 0) * (across[x] ?? 0);
        sum += row * (down[y] ?? 0);
      }
      return sum;
    }),
  );
  // The first is how light the picture is as a whole, which says nothing of what is in it.
  const sorted = strengths.slice(1).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const bits = strengths.map((strength, at) => (at > 0 && strength > median + 1e-6 ? '1' : '0')).join('');
  return Buffer.from(BigInt(`0b${bits}`).toString(16).padStart(16, '0'), 'hex');
}
