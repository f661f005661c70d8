import type { Identities } from './identities.ts';
import type { Identity } from './identity.ts';
import { badge, button, byID, row } from './page.ts';
import type { Settings } from './settings.ts';
import { type Attempt, drawSignIn } from './sign-in.ts';

/** The button at the right of the bar, and the sheet under it. */
export function drawIdentities(identities: Identities, settings: Settings): void {
  const attempt = openAttempts();
  const choose = (identity: Identity | null): void => {
    identities.choose(identity);
    byID('identities', HTMLElement).hidePopover();
  };
  const nicknames = new Map(settings.people.map(({ email, nickname }) => [email, nickname]));
  const nameOf = (identity: Identity | null): string =>
    identity === null ? 'Nobody' : (nicknames.get(identity.address) ?? identity.address);

  const entry = (identity: Identity | null, current: Identity | null): HTMLLIElement => {
    const pick = button(nameOf(identity), () => choose(identity), { className: 'entry' });
    pick.prepend(badge(identity?.kind ?? 'anybody'));
    pick.ariaCurrent = String(identity?.kind === current?.kind && identity?.address === current?.address);
    if (identity === null) return row(pick);
    const look = { className: 'leave', label: `Sign out ${nameOf(identity)}` };
    return row(
      pick,
      button('Sign out', () => void attempt(identity.signOut), look),
    );
  };

  const draw = async (): Promise<void> => {
    const [all, current] = await Promise.all([identities.all(), identities.current()]);
    byID('identity-list', HTMLUListElement).replaceChildren(...[null, ...all].map((each) => entry(each, current)));
    byID('acting', HTMLButtonElement).replaceChildren(badge(current?.kind ?? 'anybody'), nameOf(current));
  };

  drawSignIn({ identities, settings, attempt, choose });
  identities.watch(() => void draw());
}

/** Nothing else can be pressed meanwhile, and what goes wrong is told at the sheet's foot. */
function openAttempts(): Attempt {
  const sheet = byID('identities', HTMLElement);
  const trouble = byID('trouble', HTMLElement);
  if (!isSecureContext) trouble.textContent = 'Browsers sign requests on https and on localhost only.';
  return async (work) => {
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
}
