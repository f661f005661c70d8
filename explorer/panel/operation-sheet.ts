import { openTab } from './graphiql.ts';
import type { Identities } from './identities.ts';
import { badge, button, byID, row } from './page.ts';
import type { SavedOperation } from './settings.ts';

/** The sheet under "Operations": those that whoever is chosen may run. */
export function drawOperations(operations: readonly SavedOperation[], identities: Identities): void {
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
    const shown = operations.filter(({ as }) => as === 'anybody' || as === acting);
    byID('operation-list', HTMLUListElement).replaceChildren(...shown.map(entryOf));
  };
  identities.watch(() => void draw());
}
