import { openTab } from './graphiql.ts';
import { badge, button, byID, row } from './page.ts';
import type { SavedOperation } from './settings.ts';

/** The sheet under "Operations". */
export function drawOperations(operations: readonly SavedOperation[]): void {
  const sheet = byID('operations', HTMLElement);
  const open = (operation: SavedOperation): void => {
    sheet.hidePopover();
    openTab(operation);
  };
  const rows = operations.map((operation) => {
    const entry = button(operation.title, () => open(operation), { className: 'entry' });
    entry.prepend(badge(operation.as));
    return row(entry);
  });
  byID('operation-list', HTMLUListElement).replaceChildren(...rows);
}
