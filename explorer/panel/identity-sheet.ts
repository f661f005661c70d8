import type { Identities } from './identities.ts';
import type { Identity } from './identity.ts';
import { badge, button, byID, row } from './page.ts';
import type { Settings } from './settings.ts';
import { type Attempt, drawSignIn } from './sign-in.ts';

/** The button at the right of the bar, and the sheet under it. */
export function drawIdentities(identities: Identities, settings: Settings): void {
  const sheet = byID('identities', HTMLElement);
  const trouble = byID('trouble', HTMLElement);
  const attempt: Attempt = async (work) => {
    sheet.inert = true;
    trouble.textContent = '';
    try {
      await work();
    } catch (error) {
      trouble.textContent = (error as Error).message;
    } finally {
      sheet.inert = false;
    }
  };
  if (!isSecureContext) trouble.textContent = 'Browsers sign with keys on https and on localhost only.';

  const nicknames = new Map(settings.people.map(({ email, nickname }) => [email, nickname]));
  const nameOf = ({ address }: Identity): string => nicknames.get(address) ?? address;
  const choose = (identity: Identity | null): void => {
    identities.choose(identity);
    sheet.hidePopover();
  };

  const entry = (identity: Identity | null, current: Identity | null): HTMLLIElement => {
    const name = identity === null ? 'Nobody' : nameOf(identity);
    const pick = button(name, () => choose(identity), { className: 'entry' });
    pick.prepend(badge(identity?.kind ?? 'anybody'));
    pick.ariaCurrent = String(identity?.kind === current?.kind && identity?.address === current?.address);
    if (identity === null) return row(pick);
    const leave = (): void => void attempt(() => identity.signOut());
    return row(pick, button('Sign out', leave, { className: 'leave', label: `Sign out ${name}` }));
  };

  const draw = async (): Promise<void> => {
    const [all, current] = await Promise.all([identities.all(), identities.current()]);
    byID('identity-list', HTMLUListElement).replaceChildren(...[null, ...all].map((each) => entry(each, current)));
    byID('acting-name', HTMLElement).textContent = current === null ? 'Nobody' : nameOf(current);
    const mark = byID('acting', HTMLButtonElement).querySelector<HTMLElement>('.badge');
    if (mark !== null) mark.dataset.as = current?.kind ?? 'anybody';
  };

  drawSignIn({ identities, settings, attempt });
  identities.watch(() => void draw());
}
