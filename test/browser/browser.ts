import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { openWorld, type World } from '../world/world.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Nothing that Chromium would do for itself over the network. */
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The explorer as a developer has it before them. */
export interface Explorer extends AsyncDisposable {
  readonly world: World;
  readonly page: Page;
  /** Everything that the page asked for, anywhere. */
  readonly requests: readonly Request[];
  /** What the console complained of, refused addresses and breaches of the policy among it. */
  readonly complaints: readonly string[];
  /** Loads the page, and waits for its editor. */
  open(): Promise<void>;
  /** As one of the sandbox's people, with one click. */
  signInAs(nickname: string): Promise<void>;
  signInAsAdmin(password: string, email?: string): Promise<void>;
  /** Opens a saved operation and runs it; what was sent, and what the page shows. */
  run(operation: string, status?: number): Promise<Ran>;
}

export interface Ran {
  readonly request: Request;
  /** The answer's JSON, as it came. */
  readonly answer: { readonly data?: Readonly<Record<string, unknown>>; readonly errors?: readonly object[] };
  /** The text of the answer's pane; the editor draws what is in view. */
  readonly shown: string;
}

export async function openExplorer(environment: Readonly<Record<string, string>> = {}): Promise<Explorer> {
  assert.ok(existsSync(CHROMIUM), `There is no ${CHROMIUM}: apt-get install chromium, or set CHROMIUM.`);
  const undo = new AsyncDisposableStack();
  const world = undo.use(await openWorld(environment));
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  undo.defer(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });

  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => void requests.push(request));
  page.on('pageerror', ({ message }) => void complaints.push(message));
  page.on('console', (line) => void (line.type() === 'error' && complaints.push(line.text())));

  const acting = page.locator('#acting');
  return {
    world,
    page,
    requests,
    complaints,
    open: async () => {
      await page.goto(`${world.url}/graphql`);
      await page.getByRole('button', { name: 'New tab' }).waitFor();
    },
    signInAs: async (nickname) => {
      await acting.click();
      await page.locator('#person-list').getByRole('button', { name: nickname }).click();
      await acting.getByText(nickname).waitFor();
    },
    signInAsAdmin: async (password, email = 'admin@example.com') => {
      await acting.click();
      await page.getByLabel('Admin’s e-mail').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.locator('#admin').getByRole('button').click();
    },
    run: (operation, status = 200) => run(page, operation, status),
    [Symbol.asyncDispose]: () => undo.disposeAsync(),
  };
}

/** Something that was run, and no question about the schema. */
export const isOperation = (request: Request): boolean =>
  request.method() === 'POST' && !/IntrospectionQuery|VisibleRoots/.test(request.postData() ?? '');

async function run(page: Page, operation: string, status: number): Promise<Ran> {
  await page.getByRole('button', { name: 'Operations' }).click();
  await page.locator('#operations').getByRole('button', { name: operation, exact: true }).click();
  const answered = page.waitForResponse((response) => response.status() === status && isOperation(response.request()));
  await page.getByRole('button', { name: /^Execute query/ }).click();
  const response = await answered;
  const answer = (await response.json()) as Ran['answer'];
  const pane = page.locator('.graphiql-response');
  await pane.getByText('"data"').or(pane.getByText('"errors"')).first().waitFor();
  // The editor pads its lines with spaces that do not break.
  return { request: response.request(), answer, shown: ((await pane.textContent()) ?? '').replaceAll('\u00a0', ' ') };
}
