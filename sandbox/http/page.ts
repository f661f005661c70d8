import type { Infer } from '../binding/shape.ts';
import { int32, message } from '../binding/shape.ts';

export const RequestPagination = message('sdkws.RequestPagination', { pageNumber: int32, showNumber: int32 });
export type Page = Infer<typeof RequestPagination>;

export const wrongPage = (page: Page): string | undefined => {
  if (page === null) return 'pagination is empty';
  return page.pageNumber < 1 ? 'pageNumber is invalid' : undefined;
};

/** showNumber 0 and pages past the end give no rows; a page below one counts as the first. */
export const pageOf = <T>(rows: readonly T[], page: Page): T[] => {
  if (page === null || page.showNumber <= 0) return [];
  const start = (Math.max(page.pageNumber, 1) - 1) * page.showNumber;
  return rows.slice(start, start + page.showNumber);
};
