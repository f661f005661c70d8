import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FILE_BUDGET, FUNCTION_BUDGET, fileSizes, functionSizes, parameters } from '../../check/rules/sizes.ts';
import { complaintsOf } from './bad-tree.ts';

const lines = (count: number): string => 'export {};\n'.repeat(count);
const functionOf = (count: number): string => `function long() {\n${'  void 0;\n'.repeat(count - 2)}}\n`;

describe('file sizes', () => {
  test('one file over the most is named', () => {
    const [complaint] = complaintsOf(fileSizes, { 'gateway/long.ts': lines(FILE_BUDGET.most + 1) });
    assert.match(complaint ?? '', /gateway\/long\.ts: 301 lines/);
  });

  test('many files that are rather long are told by the median', () => {
    const files = Object.fromEntries([1, 2, 3].map((at) => [`gateway/file-${at}.ts`, lines(FILE_BUDGET.median + 1)]));
    assert.match(complaintsOf(fileSizes, files).join('\n'), /the median is 81 lines/);
  });

  test('a tail of long files is told', () => {
    const files = Object.fromEntries([1, 2, 3, 4].map((at) => [`gateway/file-${at}.ts`, lines(at === 4 ? 200 : 10)]));
    assert.match(complaintsOf(fileSizes, files).join('\n'), /one in ten is over 200 lines/);
  });

  test('tests may be long together, and each of them not too long', () => {
    const files = { 'test/a.test.ts': lines(200), 'test/b.test.ts': lines(FILE_BUDGET.most + 1) };
    assert.deepEqual(complaintsOf(fileSizes, files), ['test/b.test.ts: 301 lines, 300 are the most.']);
  });
});

describe('function sizes', () => {
  test('a function over the most is named by its line', () => {
    const text = `export {};\n${functionOf(FUNCTION_BUDGET.most + 1)}`;
    const [complaint] = complaintsOf(functionSizes, { 'gateway/long.ts': text });
    assert.match(complaint ?? '', /gateway\/long\.ts:2: 61 lines/);
  });

  test('a list of tests counts without the tests in it', () => {
    const tests = `  test('a', () => {\n${'    void 0;\n'.repeat(28)}  });\n`.repeat(3);
    const found = complaintsOf(functionSizes, { 'test/a.test.ts': `describe('all', () => {\n${tests}});\n` });
    assert.deepEqual(found, []);
  });

  test('more than three parameters are refused', () => {
    const [complaint] = complaintsOf(parameters, { 'gateway/many.ts': 'export function many(a, b, c, d) {}' });
    assert.match(complaint ?? '', /gateway\/many\.ts:1: 4 parameters/);
  });
});
