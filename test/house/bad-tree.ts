import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Rule, readTree } from '../../check/tree.ts';

/** What a rule says of a checkout that holds just these files, by path. */
export function complaintsOf(rule: Rule, files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return rule(readTree(root));
  } finally {
    rmSync(root, { recursive: true });
  }
}
