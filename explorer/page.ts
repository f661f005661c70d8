import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './panel/settings.ts';

const IMPORTS = JSON.stringify({ imports: { graphql: '/explorer/modules/graphql/language/printer.mjs' } });

/**
 * Nothing from anywhere else, and nothing inline but the import map. The editor writes its colours as styles; a
 * picture's address in an answer is not followed.
 */
export const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(IMPORTS).digest('base64')}'`,
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page, with what it has to know written into it. */
export function pageOf(settings: Settings): string {
  const template = readFileSync(join(import.meta.dirname, 'page.html'), 'utf8');
  // A nickname is its owner's to choose, and must not end the element.
  const known = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return template.replace('>"imports"<', () => `>${IMPORTS}<`).replace('>"settings"<', () => `>${known}<`);
}
