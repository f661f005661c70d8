import type { Settings } from './settings.ts';

/** The page's markup and this code are written for each other: what is missing is a mistake, told at once. */
class MissingElementError extends Error {
  override readonly name = 'MissingElementError';
}

export function byID<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new MissingElementError(`The page has no such ${kind.name}: ${id}`);
}

export const readSettings = (): Settings => JSON.parse(byID('settings', HTMLScriptElement).text) as Settings;

export interface ButtonLook {
  readonly className?: string;
  readonly label?: string;
}

export function button(text: string, press: () => void, { className = '', label }: ButtonLook = {}): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text, className });
  if (label !== undefined) made.setAttribute('aria-label', label);
  made.addEventListener('click', press);
  return made;
}

/** A row of a list; texts are texts, never markup. */
export function row(...children: (Node | string)[]): HTMLLIElement {
  const made = document.createElement('li');
  made.append(...children);
  return made;
}

export function badge(as: 'anybody' | 'user' | 'admin'): HTMLSpanElement {
  const made = document.createElement('span');
  made.className = 'badge';
  made.dataset.as = as;
  return made;
}
