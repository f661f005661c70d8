import type { Fetcher } from './fetcher.ts';
import type { Identities } from './identities.ts';
import { byID } from './page.ts';
import type { SavedOperation } from './settings.ts';

interface Model {
  readonly uri: { readonly path: string };
  setValue(text: string): void;
}

/** What the bundle leaves in the page. */
interface Bundle {
  MonacoEnvironment?: { globalAPI: boolean; getWorkerUrl(module: string, label: string): string };
  readonly monaco?: { readonly editor: { getModels(): readonly Model[] } };
  readonly YogaGraphiQL?: { renderYogaGraphiQL(root: HTMLElement, options: object): void };
}

const page = globalThis as Bundle;
const WORKERS: Readonly<Record<string, string>> = { graphql: 'graphql-worker', json: 'json-worker' };

/** Loads the editor and draws it; `first` is what a browser sees that was never here. */
export async function drawGraphiQL(fetcher: Fetcher, first: readonly SavedOperation[]): Promise<void> {
  page.MonacoEnvironment = {
    // Its own door to the models, for the saved operations.
    globalAPI: true,
    getWorkerUrl: (_module, label) => `/explorer/graphiql/${WORKERS[label] ?? 'editor-worker'}.js`,
  };
  await loadScript('/explorer/graphiql/graphiql.js');
  const defaultTabs = first.map(({ query, variables }) => ({ query, variables }));
  // Otherwise every keystroke goes into the address, and from there into the logs of whatever stands between.
  const onEditQuery = (): void => {};
  const root = byID('graphiql', HTMLElement);
  root.replaceChildren();
  page.YogaGraphiQL?.renderYogaGraphiQL(root, { title: ' ', logo: ' ', fetcher, defaultTabs, onEditQuery });
}

/** What the editor completes and documents is what this identity may use: the gateway shows each their own. */
export function followIdentities({ current, watch }: Pick<Identities, 'current' | 'watch'>): void {
  let last: string | null = null;
  const look = async (): Promise<void> => {
    const identity = await current();
    const who = identity === null ? '' : `${identity.kind}:${identity.address}`;
    if (last !== null && last !== who) fetchSchema();
    last = who;
  };
  watch(() => void look());
}

const fetchSchema = (): void =>
  document.querySelector<HTMLElement>('button[aria-label^="Re-fetch GraphQL schema"]')?.click();

function loadScript(src: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const script = Object.assign(document.createElement('script'), { src });
  script.onload = () => resolve();
  script.onerror = () => reject(new URIError(`${src} could not be loaded.`));
  document.head.append(script);
  return promise;
}

/** In a tab of its own; the one that has it already, where there is one. */
export function openTab({ query, variables }: Pick<SavedOperation, 'query' | 'variables'>): void {
  const name = /^(?:query|mutation) (\w+)/m.exec(query)?.[1];
  const tabs = [...document.querySelectorAll<HTMLElement>('.graphiql-tab-button')];
  const open = tabs.find(({ textContent }) => textContent === name);
  if (open !== undefined) {
    open.click();
    return;
  }
  document.querySelector<HTMLElement>('.graphiql-tab-add')?.click();
  write('operation.graphql', query);
  write('variables.json', variables);
}

function write(file: string, text: string): void {
  const model = page.monaco?.editor.getModels().find(({ uri }) => uri.path.endsWith(file));
  model?.setValue(text);
}
