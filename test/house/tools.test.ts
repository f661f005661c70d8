import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { runTool, TOOLS } from '../../check/tools.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What a tool says, with this house's own settings, of a folder that holds just these files. */
async function complaintsOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const tool = TOOLS.find((each) => each.name.includes(name));
  assert.ok(tool);
  const root = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    for (const kept of [
      'package.json',
      'tsconfig.json',
      'biome.json',
      'knip.json',
      'knip.production.json',
      'codegen.yml',
      '.gitignore',
    ])
      cpSync(join(ROOT, kept), join(root, kept));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return (await runTool(tool, root)).join('\n');
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('the tools, as they are set up here', () => {
  test('tsc refuses what may be undefined', async () => {
    assert.match(
      await complaintsOf('types (tsc)', { 'a.ts': 'export const a: string = [1].map(String)[0];' }),
      /TS2322/,
    );
  });

  test('tsc refuses what Node cannot strip', async () => {
    assert.match(await complaintsOf('types (tsc)', { 'a.ts': 'export enum A { B }' }), /TS1294/);
  });

  test('tsc refuses a Node type in what browsers run', async () => {
    const files = {
      'client/tsconfig.json': readFileSync(join(ROOT, 'client/tsconfig.json'), 'utf8'),
      'client/a.ts': 'export const a: Buffer | null = null;\n',
    };
    assert.match(await complaintsOf('browsers', files), /Buffer/);
  });

  test('tsc refuses a Node type in the explorer’s page', async () => {
    const files = Object.fromEntries(
      ['client/tsconfig.json', 'explorer/panel/tsconfig.json'].map((path) => [
        path,
        readFileSync(join(ROOT, path), 'utf8'),
      ]),
    );
    const panel = { 'explorer/panel/a.ts': 'export const a: Buffer | null = null;\n' };
    assert.match(await complaintsOf('explorer', { ...files, ...panel }), /Buffer/);
  });

  for (const [rule, text] of Object.entries({
    noExplicitAny: 'export const a = (b: any): string => b.c;\n',
    noNonNullAssertion: 'export const a = (b?: string): string => b!;\n',
    noConsole: 'console.log(1);\n',
    useImportType: `import { Logger } from 'pino';\n\nexport type A = Logger;\n`,
    format: 'export const a = "b"\n',
  }))
    test(`biome refuses: ${rule}`, async () => {
      assert.match(await complaintsOf('biome', { 'a.ts': text }), new RegExp(rule));
    });

  test('knip finds a file that nobody imports', async () => {
    assert.match(await complaintsOf('dead code', { 'alone.ts': 'export const a = 1;' }), /alone\.ts/);
  });

  test('knip finds what only a test uses', async () => {
    const found = await complaintsOf('only tests', {
      'gateway/main.ts': `import { used } from './parts.ts';\n\nused();\n`,
      'gateway/parts.ts': 'export const used = () => 1;\nexport const unused = () => 2;\n',
      'test/parts.test.ts': `import { unused } from '../gateway/parts.ts';\n\nunused();\n`,
    });
    assert.match(found, /unused/);
  });

  test('codegen finds types that are out of date', async () => {
    const settings = 'generates: { out.ts: { schema: a.graphql, plugins: [typescript] } }';
    const files = { 'codegen.yml': settings, 'a.graphql': 'type Query { a: Int }', 'out.ts': '' };
    assert.match(await complaintsOf('codegen', files), /out\.ts/);
  });
});
