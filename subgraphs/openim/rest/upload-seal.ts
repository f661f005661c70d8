import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * OpenIM's `uploadID` is readable, says where the bytes are, and is signed by nobody: who writes one names any object of
 * the bucket, and publishes it under a name of their own. So what a client is given bears our mark, for that user alone.
 */
export interface UploadSeal {
  close(userID: string, uploadID: string): string;
  /** OpenIM's own id; null for what was not made for this user. */
  open(userID: string, sealed: string): string | null;
}

/** `<uploadID>.<HMAC-SHA-256 of user and id in base64url>`, under a key drawn from the secret (HKDF-SHA-256). */
export function createUploadSeal(secret: string): UploadSeal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'openim-graphql/v1 upload', 32));
  const mark = (userID: string, uploadID: string): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([userID, uploadID]))
      .digest('base64url');

  return {
    close: (userID, uploadID) => `${uploadID}.${mark(userID, uploadID)}`,
    open(userID, sealed) {
      const end = sealed.lastIndexOf('.');
      if (end < 1) return null;
      const uploadID = sealed.slice(0, end);
      const [ours, theirs] = [Buffer.from(mark(userID, uploadID)), Buffer.from(sealed.slice(end + 1))];
      return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? uploadID : null;
    },
  };
}
