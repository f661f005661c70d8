import type { ForwardHead } from '../../kit/forward.ts';

/** The label of downloads in figures. */
export const OBJECT = '/object/*name';

const NAME = /^\/object\/[\x21-\x7e]+$/;
/** What a picture may be asked for in, and the id that OpenIM's log gets. */
const KNOWN = ['type', 'width', 'height', 'format', 'operationID'];

/** The path and query that OpenIM is asked for a file with; null where no name is named. */
export function downloadOf({ path, query }: ForwardHead): string | null {
  if (!NAME.test(path) || path.endsWith('/')) return null;
  const given = new URLSearchParams(query ?? '');
  const kept = new URLSearchParams();
  for (const name of KNOWN) {
    const value = given.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept.size === 0 ? path : `${path}?${kept}`;
}
