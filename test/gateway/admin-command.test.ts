import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptyDatabase } from '../world/database.ts';
import { admin } from './run-admin.ts';

test('people are imported into a database that no gateway has seen yet: all of them, or none', async () => {
  await using database = await emptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'people-'));
  const file = join(folder, 'people.csv');
  const run = (text: string) => {
    writeFileSync(file, text);
    return admin(['import-users', file], { DATABASE_URL: database.url });
  };
  const wrong = run('userID,phone,email\nann,,ann@example.com\nbo,12,\n');
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /row 2, phone/);
  const right = 'userID,phone,email\nann,,ann@example.com\nbo,+8613800138000,\n';
  assert.match(run(right).stdout, /^2 of 2 accounts/);
  assert.match(run(right).stdout, /^0 of 2 accounts/);
  rmSync(folder, { recursive: true });
});

test('keys are printed as the settings take them, others each time; an unknown command is answered with the known ones', () => {
  const [first, second] = [admin(['keys']).stdout, admin(['keys']).stdout];
  assert.match(
    first,
    /^SESSION_KEK=k1:.{43}\nIDENTITY_KEY=.{43}\nADMIN_JWT_KEYS=a1:\S+\nWEBHOOK_SECRETS=[\w-]{32}:[\w-]{32}\nSUBGRAPH_KEYS=g1:[\w-]{43}\n$/,
  );
  assert.notEqual(first, second);
  const unknown = admin(['make-tea']);
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /import-users/);
});
