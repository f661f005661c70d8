import { spawnSync } from 'node:child_process';

const ROOT = new URL('../../', import.meta.url).pathname;

/** `npm run admin -- …`, with these settings and no others. */
export function admin(words: readonly string[], settings: Readonly<Record<string, string>> = {}, input = '') {
  const env = { PATH: process.env.PATH ?? '', ...settings };
  return spawnSync(process.execPath, ['gateway/admin.ts', ...words], { cwd: ROOT, env, encoding: 'utf8', input });
}
