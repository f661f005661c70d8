import type { Fetcher } from './fetcher.ts';
import { openTab } from './graphiql.ts';
import type { Identities } from './identities.ts';
import { badge, button, byID, row } from './page.ts';
import type { SavedOperation } from './settings.ts';

/** The sheet under "Operations": those that whoever is chosen may run. */
export function drawOperations(operations: readonly SavedOperation[], identities: Identities, ask: Fetcher): void {
  const sheet = byID('operations', HTMLElement);
  const open = (operation: SavedOperation): void => {
    sheet.hidePopover();
    openTab(operation);
  };
  const entryOf = (operation: SavedOperation): HTMLLIElement => {
    const entry = button(operation.title, () => open(operation), { className: 'entry' });
    entry.prepend(badge(operation.as));
    return row(entry);
  };
  const draw = async (): Promise<void> => {
    // Who is nobody yet sees what there is for users.
    const acting = (await identities.current())?.kind ?? 'user';
    const visible = acting === 'admin' ? await rootsFor(ask) : null;
    const shown = operations.filter(
      ({ as, roots }) => as === 'anybody' || (as === acting && roots.every((root) => visible?.has(root) ?? true)),
    );
    byID('operation-list', HTMLUListElement).replaceChildren(...shown.map(entryOf));
  };
  identities.watch(() => void draw());
}

const ROOTS = 'query VisibleRoots { __schema { queryType { fields { name } } mutationType { fields { name } } } }';

interface Root {
  readonly fields: readonly { readonly name: string }[];
}

/** What introspection shows whoever asks: admins have different scopes. Null where that cannot be known now. */
async function rootsFor(ask: Fetcher): Promise<ReadonlySet<string> | null> {
  const answer = (await ask({ query: ROOTS }).catch(() => null)) as {
    data?: { __schema: { queryType: Root; mutationType: Root | null } } | null;
  } | null;
  const roots = answer?.data?.__schema;
  if (roots === undefined) return null;
  return new Set([...roots.queryType.fields, ...(roots.mutationType?.fields ?? [])].map(({ name }) => name));
}
