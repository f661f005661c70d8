/** The bytes of a file from where it lies. */
export interface Original {
  readonly bytes: Buffer;
  readonly contentType: string | null;
}

/** How a file is read. */
export interface Span {
  /** Bytes; of more there is none. */
  readonly most: number;
  readonly signal: AbortSignal;
}
