import { type Admins, openAdmins } from './admin.ts';
import type { Identity } from './identity.ts';
import { openKeyStorage } from './key-storage.ts';
import { openUsers, type Users } from './users.ts';

/** Whom this browser has signed in as, and whom this tab asks as. */
export interface Identities {
  readonly users: Users;
  readonly admins: Admins;
  all(): Promise<Identity[]>;
  /** Null asks as nobody. */
  current(): Promise<Identity | null>;
  choose(identity: Pick<Identity, 'kind' | 'address'> | null): void;
  /** Calls back now, and at every change. */
  watch(look: () => void): void;
}

/** Two tabs can be two people; a new tab begins as whom the last one was. */
const CHOICE = 'explorer:acting-as';

export async function openIdentities(url: URL): Promise<Identities> {
  const watchers: (() => void)[] = [];
  const changed = (): void => {
    for (const look of watchers) look();
  };
  const users = openUsers(url, await openKeyStorage(), changed);
  const admins = openAdmins(url, changed);
  const all: Identities['all'] = async () =>
    [...(await users.signedIn()), admins.signedIn()].filter((each) => each !== null);

  return {
    users,
    admins,
    all,
    current: async () => {
      const choice = sessionStorage.getItem(CHOICE) ?? localStorage.getItem(CHOICE);
      return (await all()).find((each) => nameOf(each) === choice) ?? null;
    },
    choose: (identity) => {
      sessionStorage.setItem(CHOICE, identity === null ? '' : nameOf(identity));
      localStorage.setItem(CHOICE, identity === null ? '' : nameOf(identity));
      changed();
    },
    watch: (look) => {
      watchers.push(look);
      // Another tab may have signed somebody in or out meanwhile.
      addEventListener('focus', look);
      look();
    },
  };
}

const nameOf = ({ kind, address }: Pick<Identity, 'kind' | 'address'>): string => `${kind}:${address}`;
