import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/**
 * A userID of our making: letters and digits only, because OpenIM joins two of them with `_`, and rising with time.
 * It says nothing of its owner.
 */
export const newUserID = (): string => v7().replaceAll('-', '');

/** Ids of what is listed newest first. */
export const newSortableID = (): string => v7();

/** Ids of challenges, sessions and devices: not to be guessed, 128 random bits. */
export const newID = (): string => randomBytes(16).toString('base64url');

/** What a session, device or challenge id looks like (SESSION.md §1.3); a client's own device id, too. */
export const ID = /^[A-Za-z0-9_-]{1,64}$/;
