import { Fault } from '../kit/fault.ts';
import type { ReadGroupStaff, StaffRole } from '../kit/group-staff.ts';
import { roleOf } from './model/group.ts';
import { asAdmin } from './rest/call.ts';
import type { OpenIM } from './rest/openim.ts';

const ROWS = 100;
/** OpenIM makes no more admins than people make by hand. */
const MOST_PAGES = 10;

/** OpenIM lists a group's owner first, then its admins: one page is all, as good as always. */
export const createGroupStaff =
  ({ groups }: OpenIM): ReadGroupStaff =>
  async (groupID, span) => {
    const staff = new Map<string, StaffRole>();
    for (let number = 1; number <= MOST_PAGES; number += 1) {
      const { rows } = await unlessGone(groups.members(groupID, { number, rows: ROWS }, asAdmin(span)));
      for (const row of rows) {
        const role = roleOf(row);
        if (role !== 'MEMBER') staff.set(row.userID, role);
      }
      if (rows.length < ROWS || rows.some((row) => roleOf(row) === 'MEMBER')) break;
    }
    return staff;
  };

async function unlessGone<Rows extends { readonly rows: readonly unknown[] }>(
  page: Promise<Rows>,
): Promise<Rows | { readonly rows: [] }> {
  try {
    return await page;
  } catch (error) {
    if (error instanceof Fault && ['NOT_FOUND', 'GROUP_DISMISSED'].includes(error.reason)) return { rows: [] };
    throw error;
  }
}
