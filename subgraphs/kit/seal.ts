/** Keeps a secret at rest, under a key of the operator's. */
export interface Seal {
  /** `bound`: what the secret belongs to, and has to be told again to open it. */
  seal(plain: Uint8Array, bound: string): string;
  /** Null when no key opens it. */
  open(sealed: string, bound: string): Uint8Array | null;
}

/** What a webhook's secret is bound to: who keeps it and who rotates the key have to agree. */
export const boundToWebhookSecret = (id: string): string => `webhook-secret:${id}`;

/** Marks short texts as ours, for one purpose: where a mark is public, and nothing has to be kept for it. */
export interface Signer {
  /** The same for the same text, as long as the operator's first key is the same. Letters, digits, `-` and `_`. */
  mark(text: string): string;
  /** Whether any of the operator's keys made this mark of this text. */
  isOurs(mark: string, text: string): boolean;
}
