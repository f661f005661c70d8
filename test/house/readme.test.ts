import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import { SETTINGS } from '../../gateway/config/settings.ts';
import { openWorld } from '../world/world.ts';

const ROOT = join(import.meta.dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  test('has a first sign-in that works as it stands', async () => {
    await using world = await openWorld();
    const [, script = ''] = /<<'EOF'\n([\s\S]*?)\nEOF\n/.exec(README) ?? [];
    const child = spawn(process.execPath, ['--input-type=module'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(script.replace('http://127.0.0.1:4000', world.url));
    const said = await text(child.stdout);
    assert.match(said, /signed in as ann until/);
    assert.match(said, /nickname: 'Ann Berg'/);
    assert.match(said, /sendMessage: \{ id: 'si_ann_bo:\w+' \}/);
  });

  test('tells every setting there is, and none that is not', () => {
    const rows = README.split('\n').filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
    assert.deepEqual(told.sort(), Object.keys(SETTINGS).sort());
  });
});
