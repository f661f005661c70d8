import { randomBytes } from 'node:crypto';
import { now } from '../state/clock.ts';

/** 24 hex digits that begin with the time in seconds, as MongoDB makes them. */
export const objectID = (): string =>
  Math.floor(now() / 1000)
    .toString(16)
    .padStart(8, '0') + randomBytes(8).toString('hex');
