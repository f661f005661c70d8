/** Signs documents that others read, with a key of `/.well-known/jwks.json`. */
export interface DocumentSigner {
  /** Which key signs now. */
  kid(): string;
  /** A compact JWS (RFC 7515), whose header brings the public key. */
  sign(payload: string, type: string): Promise<{ readonly jws: string; readonly kid: string }>;
}

export interface SignedDocument {
  readonly jws: string;
  readonly etag: string;
}

/** Lists that are published. */
export interface SharedLists {
  /** Null where there is no such list, or it is not shared. */
  read(id: string): Promise<SignedDocument | null>;
}
