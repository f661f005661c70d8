import type { Logger } from 'pino';
import { bounded } from '../../kit/bounded.ts';
import type { ReadGroupStaff, StaffRole } from '../../kit/group-staff.ts';

/** What somebody is in a group; UNKNOWN: that was not asked yet. */
export type RoleInGroup = StaffRole | 'MEMBER' | 'UNKNOWN';

/** Who looks after groups, as far as this node has met them. */
export interface Staff {
  /** From memory; what is not known, or was asked for a while ago, is asked for behind it. */
  roleNow(groupID: string, userID: string): RoleInGroup;
  /** Asked for where it is not known. Rejects where OpenIM does not answer. */
  role(groupID: string, userID: string): Promise<RoleInGroup>;
}

export interface StaffParts {
  readonly readStaff: ReadGroupStaff;
  readonly log: Logger;
}

/** ms: a change of role is known by then. */
const FRESH_MS = 60_000;
/** ms: what is older is not believed any more, also while OpenIM is away. */
const BELIEVED_MS = 600_000;
const MOST_GROUPS = 10_000;
const PATIENCE_MS = 5_000;

interface Known {
  readonly at: number;
  readonly staff: ReadonlyMap<string, StaffRole>;
}

export function createStaff({ readStaff, log }: StaffParts): Staff {
  const known = bounded<string, Known>(MOST_GROUPS, BELIEVED_MS);
  const asking = new Map<string, Promise<Known>>();

  async function read(groupID: string): Promise<Known> {
    const staff = await readStaff(groupID, { signal: AbortSignal.timeout(PATIENCE_MS), log });
    const found = { at: performance.now(), staff };
    known.set(groupID, found);
    return found;
  }

  function ask(groupID: string): Promise<Known> {
    const asked = asking.get(groupID) ?? read(groupID).finally(() => asking.delete(groupID));
    asking.set(groupID, asked);
    return asked;
  }

  const roleIn = ({ staff }: Known, userID: string): RoleInGroup => staff.get(userID) ?? 'MEMBER';
  const isFresh = ({ at }: Known): boolean => performance.now() - at < FRESH_MS;

  return {
    roleNow(groupID, userID) {
      const found = known.get(groupID);
      if (found === undefined || !isFresh(found))
        ask(groupID).catch((err: unknown) => log.warn({ err }, 'who looks after a group could not be read'));
      return found === undefined ? 'UNKNOWN' : roleIn(found, userID);
    },
    async role(groupID, userID) {
      const found = known.get(groupID);
      return roleIn(found !== undefined && isFresh(found) ? found : await ask(groupID), userID);
    },
  };
}
