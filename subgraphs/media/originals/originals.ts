/** The bytes of a file where it lies. */
export interface Original {
  readonly bytes: Buffer;
  readonly contentType: string | null;
}

export interface Originals {
  /** Rejects with {@link OriginalFault}. */
  read(url: string, span: { readonly most: number; readonly signal: AbortSignal }): Promise<Original>;
}

export class OriginalFault extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`The original cannot be read: ${reason}.`);
    this.name = 'OriginalFault';
    this.reason = reason;
  }
}
