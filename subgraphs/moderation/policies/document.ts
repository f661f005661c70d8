/**
 * A list that is shared: a JWS (RFC 7515, compact) of type {@link TYPE} over this JSON. The words are those of Matrix's
 * policy lists (MSC2313): `entity`, `recommendation`, `reason`.
 */
export interface PolicyDocument {
  /** Who publishes it; always the same. */
  readonly iss: string;
  /** Which of the issuer's lists it is; always the same. */
  readonly list: string;
  /** Grows with each change. */
  readonly version: number;
  /** Seconds since 1970. */
  readonly iat: number;
  /** Seconds since 1970; from then on nobody should take it. */
  readonly exp: number;
  readonly entries: readonly PolicyEntry[];
}

export interface PolicyEntry {
  /** `keyword`, `domain`, `sha256` or `phash`; others are passed over. */
  readonly kind: string;
  readonly entity: string;
  /** {@link BAN}, which is what holds where there is none; entries with others are passed over. */
  readonly recommendation?: string;
  readonly reason?: string;
}

export const TYPE = 'policy-list+jws';
export const BAN = 'm.ban';
export const MEDIA_TYPE = 'application/jose';
/** Of EdDSA, both names: RFC 8037's and RFC 9864's. */
export const ALGORITHMS = ['ES256', 'EdDSA', 'Ed25519'];

/** Why a look at a list did not bring it. What was there before is in force. */
export type PolicyFault =
  | 'UNREACHABLE'
  | 'ANSWER_REFUSED'
  | 'TOO_LARGE'
  | 'KEY_UNKNOWN'
  | 'SIGNATURE_WRONG'
  | 'MALFORMED'
  | 'OTHER_LIST'
  | 'ROLLED_BACK'
  | 'EXPIRED';

export class PolicyRefusal extends Error {
  readonly fault: PolicyFault;

  /** `detail`: never words of the document. */
  constructor(fault: PolicyFault, detail: string) {
    super(detail);
    this.name = 'PolicyRefusal';
    this.fault = fault;
  }
}
