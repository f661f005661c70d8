/** Sizes in bytes. */
export interface WirePartLimit {
  readonly minPartSize: number;
  readonly maxPartSize: number;
  readonly maxNumSize: number;
}

export interface WireKeyValues {
  readonly key: string;
  readonly values: readonly string[] | null;
}

/** Permissions to put parts; what all have in common is written once. */
export interface WireSigns {
  readonly url: string;
  readonly query: readonly WireKeyValues[] | null;
  readonly header: readonly WireKeyValues[] | null;
  readonly parts:
    | readonly {
        readonly partNumber: number;
        readonly url: string;
        readonly query: readonly WireKeyValues[] | null;
        readonly header: readonly WireKeyValues[] | null;
      }[]
    | null;
}

/** One PUT that the store lets pass. */
export interface WireSignedPart {
  readonly partNumber: number;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
}

/**
 * `uploadID` is unsigned: whoever may write it completes any upload. The file's hash is the md5, in hexadecimal digits,
 * of the md5s of its parts with commas between them; of a file of one part it is not that part's md5.
 */
export interface WireBegunUpload {
  readonly uploadID: string;
  readonly partSize: number;
  readonly parts: readonly WireSignedPart[];
  /** ms. */
  readonly expireTime: number;
}

/** A form to be posted: `formData`, then the bytes in the field that `file` names. */
export interface WireFormUpload {
  readonly id: string;
  readonly url: string;
  readonly file: string;
  readonly formData: Readonly<Record<string, string>>;
  /** ms. */
  readonly expires: number;
}
