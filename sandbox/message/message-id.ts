import { createHash, randomBytes } from 'node:crypto';
import { now } from '../state/clock.ts';

let count = 0;

/** 32 hex digits. Random bits alone would do; hashing keeps ids of one sender unrelated to each other. */
export const messageID = (sendID: string): string => {
  count += 1;
  return createHash('md5').update(`${now()}-${sendID}-${count}`).update(randomBytes(8)).digest('hex');
};
