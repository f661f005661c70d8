/** OpenIM's only way of paging. `number` begins at 1; there is no upper limit to `rows`. */
export interface Page {
  readonly number: number;
  readonly rows: number;
}

export interface Rows<Row> {
  readonly rows: readonly Row[];
  /** Of all pages. */
  readonly total: number;
}

/** As OpenIM spells it. */
export const pagination = ({ number, rows }: Page) => ({ pageNumber: number, showNumber: rows });

/** OpenIM writes an empty list as null. */
export const list = <Row>(rows: readonly Row[] | null | undefined): readonly Row[] => rows ?? [];

export const paged = <Row>(rows: readonly Row[] | null | undefined, total: number): Rows<Row> => ({
  rows: list(rows),
  total,
});
