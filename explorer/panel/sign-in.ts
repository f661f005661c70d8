import { RefusedError } from '../../client/index.ts';
import type { Identities } from './identities.ts';
import type { Identity } from './identity.ts';
import { codeSentTo } from './outbox.ts';
import { button, byID } from './page.ts';
import type { Settings } from './settings.ts';

/** Runs what was asked for, and tells what went wrong. */
export type Attempt = (work: () => Promise<void>) => Promise<void>;

interface SignIn {
  readonly identities: Identities;
  readonly settings: Settings;
  readonly attempt: Attempt;
  readonly choose: (identity: Identity) => void;
}

/** The three ways in: one click for people of the sandbox, a one-time code, an admin's password. */
export function drawSignIn(parts: SignIn): void {
  drawPeople(parts);
  drawCode(parts);
  drawAdmin(parts);
}

function drawPeople({ identities, settings: { people, outbox }, attempt, choose }: SignIn): void {
  const signIn = async (email: string): Promise<void> => {
    const user = identities.users.at(email);
    const signedIn = await identities.users.signedIn();
    if (!signedIn.includes(user)) await user.signIn(await user.requestCode(), (await codeSentTo(email)) ?? '');
    choose(user);
  };
  const chips = people.map(({ nickname, email }) =>
    button(nickname, () => void attempt(() => signIn(email)), { className: 'chip' }),
  );
  byID('person-list', HTMLElement).replaceChildren(...chips);
  byID('people', HTMLElement).hidden = !outbox || chips.length === 0;
}

function drawCode({ identities, settings, attempt, choose }: SignIn): void {
  const [request, answer] = [byID('code-request', HTMLFormElement), byID('code-answer', HTMLFormElement)];
  let sent: { address: string; challengeID: string } | null = null;

  onSubmit(request, (form) =>
    attempt(async () => {
      const address = textOf(form, 'address');
      sent = { address, challengeID: await identities.users.at(address).requestCode() };
      const field = answer.elements.namedItem('code') as HTMLInputElement;
      // Before it is shown: what somebody types into it stays.
      field.value = (settings.outbox ? await codeSentTo(address) : null) ?? '';
      answer.hidden = false;
    }),
  );
  onSubmit(answer, (form) =>
    attempt(async () => {
      if (sent === null) return;
      const user = identities.users.at(sent.address);
      await user.signIn(sent.challengeID, textOf(form, 'code'));
      answer.hidden = true;
      request.reset();
      choose(user);
    }),
  );
}

function drawAdmin({ identities, attempt, choose }: SignIn): void {
  const code = byID('admin-code', HTMLInputElement);
  const ask = (asked: boolean): void => {
    code.hidden = !asked;
    code.required = asked;
    if (asked) code.focus();
  };
  onSubmit(byID('admin', HTMLFormElement), (form) =>
    attempt(async () => {
      const totp = code.hidden ? null : textOf(form, 'totp');
      const credentials = { email: textOf(form, 'email'), password: textOf(form, 'password'), totp };
      const admin = await identities.admins.signIn(credentials).catch((error: unknown) => {
        if (error instanceof RefusedError && error.has('TOTP_REQUIRED')) ask(true);
        throw error;
      });
      form.reset();
      ask(false);
      choose(admin);
    }),
  );
}

function onSubmit(form: HTMLFormElement, send: (form: HTMLFormElement) => Promise<void>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
}

const textOf = (form: HTMLFormElement, name: string): string => String(new FormData(form).get(name) ?? '').trim();
