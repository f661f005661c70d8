/** Somebody that requests can be sent as, signed in already. */
export interface Identity {
  readonly kind: 'user' | 'admin';
  /** What they signed in with: an e-mail or a phone number. */
  readonly address: string;
  /** The headers that make a POST of this body, to this address, theirs. */
  credentials(body: string, url: URL): Promise<Record<string, string>>;
  /** Told that the gateway refused one, before anything ran; whether it is worth sending again. */
  refused(refusal: Refusal): Promise<boolean>;
  signOut(): Promise<void>;
}

export interface Refusal {
  /** A row of docs/errors.md. */
  readonly reason: string;
  /** The gateway's clock, ms. */
  readonly now: number;
}
