import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../subgraphs/moderation/rules/text/fold.ts';
import { type Found, readText, search } from '../../subgraphs/moderation/rules/text/search.ts';
import { compileWords } from '../../subgraphs/moderation/rules/text/word-list.ts';

const found = (words: readonly string[], text: string): string[] => [
  ...new Set(search(compileWords(words), readText(text)).map(({ start, end }) => text.slice(start, end))),
];
const whole = (words: readonly string[], text: string): string[] =>
  search(compileWords(words), readText(text))
    .filter((each) => each.whole)
    .map(({ start, end }) => text.slice(start, end));

test('a word is found in whatever dress, and exactly where it stands', () => {
  for (const dressed of [
    ...[
      'BADWORD',
      'ｂａｄｗｏｒｄ',
      'ⓑⓐⓓⓦⓞⓡⓓ',
      '𝓫𝓪𝓭𝔀𝓸𝓻𝓭',
      'báđwörd',
      'bаdwоrd',
      'b\u200ba\u200bdword',
      'ba\u00addword',
    ],
    ...['b a d w o r d', 'b.a.d.w.o.r.d', 'bad-word', 'b_a_d_w_o_r_d', 'b\u3000a\u3000d\u3000w\u3000o\u3000r\u3000d'],
    ...['baaaadword', 'badwooooord', 'b̶a̶d̶w̶o̶r̶d̶', 'badw0rd', 'bad\ufe0fword', 'ba\u{e0061}dword'],
  ])
    assert.deepEqual(found(['badword'], `so: ${dressed}!`), [dressed], dressed);
});

test('what is another word is left alone', () => {
  assert.deepEqual(found(['god'], 'good goods'), []);
  assert.deepEqual(found(['porn'], 'a pom'), []);
  assert.deepEqual(found(['loo'], '100'), []);
  assert.deepEqual(found(['an us'], 'anus'), []);
  assert.deepEqual(found(['ass'], 'as so'), []);
  assert.deepEqual(found(['ass'], 'as-'), []);
  assert.deepEqual(whole(['art'], 'party, art; smart'), ['art']);
  assert.deepEqual(whole(['art'], 'par-t a-r-t'), ['a-r-t']);
});

test('scripts without spaces, signs and several words have their places', () => {
  assert.deepEqual(whole(['免费'], '加入免费群'), ['免费']);
  assert.deepEqual(whole(['각'], '각 가'), ['각']);
  assert.deepEqual(found(['가'], '각'), []);
  assert.deepEqual(found(['c++', '🍆'], 'C++ 🍆️'), ['C++', '🍆️']);
  assert.deepEqual(found(['free money'], 'free \u00a0 money, f r e e m o n e y'), [
    'free \u00a0 money',
    'f r e e m o n e y',
  ]);
  assert.deepEqual(found(['straße'], 'STRASSE'), ['STRASSE']);
  assert.deepEqual(found(['हिन्दी'], 'यह हिन्दी है'), ['हिन्दी']);
});

const LETTERS = [...'abdgo01', 'а', 'Á', 'ß', 'ﬁ', '가', '免', '🍆', ' ', '  ', '.', '-', '\u200b', '\u0301', 'ooo'];
const text = (most: number) =>
  fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: most }).map((all) => all.join(''));

test('what the automaton finds as it is written, a naive search finds, and the other way round', () => {
  fc.assert(
    fc.property(fc.array(text(5), { minLength: 1, maxLength: 6 }), text(30), (words, said) => {
      const list = compileWords(words);
      const { folded, readings } = readText(said);
      const ours = search(list, { folded, readings: readings.slice(0, 1) });
      assert.deepEqual(sorted(ours), sorted(words.flatMap((word, at) => naive(word, at, said))));
    }),
    { numRuns: 3_000 },
  );
});

test('any text at all is read to its end, and what is found lies in it, at whole characters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }),
      fc.string({ unit: 'binary' }),
      (words, said) => {
        for (const { start, end } of search(compileWords(words), readText(said))) {
          assert.ok(0 <= start && start < end && end <= said.length);
          assert.doesNotMatch(said.slice(start, end), /^[\udc00-\udfff]|[\ud800-\udbff]$/);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

const sorted = (all: readonly Omit<Found, 'whole'>[]): string[] =>
  all.map(({ word, start, end }) => `${word} ${start} ${end}`).sort();

interface Run {
  readonly unit: number;
  readonly from: number;
  readonly length: number;
}

const runsOf = (units: readonly number[]): Run[] => {
  const runs: { unit: number; from: number; length: number }[] = [];
  units.forEach((unit, from) => {
    const last = runs.at(-1);
    if (last?.unit === unit) last.length++;
    else runs.push({ unit, from, length: 1 });
  });
  return runs;
};

const isLetter = (unit: number): boolean => /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(unit));

/** Every place tried, run by run, in the plain sense of the words. */
function naive(word: string, at: number, said: string): Omit<Found, 'whole'>[] {
  const wanted = fold(word);
  const inner = wanted.units.join(',').replace(/^32,|,32$/g, '');
  const pattern = runsOf(inner === '' || inner === '32' ? [] : inner.split(',').map(Number));
  if (pattern.length === 0) return [];
  const { units, starts, ends, digits } = fold(said);
  const hasLetter = (from: number, to: number, all: typeof wanted): boolean =>
    all.units.slice(from, to).some((unit, place) => isLetter(unit) && !all.digits[from + place]);
  const runs = runsOf(units);
  return runs.flatMap((_, first) => {
    const here = runs.slice(first, first + pattern.length);
    const fits = pattern.every((want, nth) => {
      const run = here[nth];
      if (run === undefined || run.unit !== want.unit || run.length < want.length) return false;
      const drawnOut = run.length >= 3 && !digits[run.from];
      return run.length === want.length || drawnOut || nth === 0 || nth === pattern.length - 1;
    });
    const [head, tail, want] = [here[0], here.at(-1), pattern[0]];
    const last = pattern.at(-1);
    if (!fits || !head || !tail || !want || !last) return [];
    const loose = (run: Run, to: Run): number =>
      run.length === to.length || (run.length >= 3 && !digits[run.from]) ? 0 : run.length - to.length;
    const from = head.from + (pattern.length === 1 ? 0 : loose(head, want));
    const to = tail.from + tail.length - loose(tail, last);
    if (hasLetter(from, to, { units, starts, ends, digits }) !== hasLetter(0, wanted.units.length, wanted)) return [];
    return [{ word: at, start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }];
  });
}
