/** A JSON value that does not fit its Go field; the path grows while the error travels outwards. */
export class TypeMismatch extends Error {
  readonly value: string;
  readonly goType: string;
  private struct: string | undefined;
  private readonly fields: string[] = [];

  constructor(value: string, goType: string) {
    super(`cannot unmarshal ${value} into ${goType}`);
    this.value = value;
    this.goType = goType;
  }

  /** Go names the innermost struct, but the field by its whole path. */
  inside(struct: string, field: string): this {
    this.struct ??= struct;
    this.fields.unshift(field);
    return this;
  }

  get goText(): string {
    const where =
      this.struct === undefined
        ? `Go value of type ${this.goType}`
        : `Go struct field ${this.struct}.${this.fields.join('.')} of type ${this.goType}`;
    return `json: cannot unmarshal ${this.value} into ${where}`;
  }
}

/** A body that could not be read at all: syntax, or a value that a custom decoder rejected. */
export class BadBody extends Error {
  get goText(): string {
    return this.message;
  }
}
