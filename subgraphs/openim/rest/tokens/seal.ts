import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Writes so that only who knows OpenIM's secret can read: the store may be backed up, listed and looked into. */
export interface Seal {
  close(text: string): string;
  /** Null for what was sealed with another secret, or is no seal. */
  open(sealed: string): string | null;
}

const IV = 12;
const TAG = 16;

/** AES-256-GCM, iv ‖ tag ‖ text in base64url, under a key drawn from the secret (HKDF-SHA-256). */
export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'openim-graphql/v1 admin token', 32));
  return {
    close(text) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < IV + TAG) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV));
      decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
      try {
        return decipher.update(bytes.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}
