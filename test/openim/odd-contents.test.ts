import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { recordedContents } from './recorded.ts';
import { openStage, type Stage } from './stage.ts';
import { type Content, type Given, type Reader, readerOf } from './written.ts';

const RECORDED = recordedContents();

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Every place in a JSON value, as keys from the root. */
function placesIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const held = value as Record<string, unknown>;
  const inner = replaced(held[key], rest, change);
  if (Array.isArray(value)) return value.map((each, at) => (String(at) === key ? inner : each));
  return { ...held, [key]: inner };
}

const deep = (open: string, close: string, times: number): string => `${open.repeat(times)}0${close.repeat(times)}`;

/** What stands for values that are nested too deep to be built, until they are written. */
const TOO_DEEP: Readonly<Record<string, string>> = {
  '<lists>': deep('[', ']', 10_000),
  '<objects>': deep('{"detail":', '}', 3_000),
  '<quotes>': deep('{"contentType":114,"quoteElem":{"quoteMessage":', '}}', 500),
};

/** What other people's clients make of a field. */
const CHANGES: readonly ((old: unknown) => unknown)[] = [
  () => undefined,
  () => null,
  (old) => [old],
  (old) => ({ value: old }),
  (old) => String(old),
  (old) => JSON.stringify(old),
  (old) => Number(old),
  (old) => Buffer.from(JSON.stringify(old) ?? '').toString('base64'),
  ...[1e308, -1e308, 2 ** 53, -1, 0.5, true, '', ' ', '\u0000', '\ud800', 'a\udc00b', [], {}].map((odd) => () => odd),
  () => 'x'.repeat(12_000),
  ...Object.keys(TOO_DEEP).map((name) => () => name),
];

const mutated = fc.constantFrom(...RECORDED).chain(({ contentType, content }) => {
  const value = parsed(content);
  return fc
    .array(fc.tuple(fc.constantFrom(...placesIn(value)), fc.constantFrom(...CHANGES)), { minLength: 1, maxLength: 3 })
    .map((changes) => {
      const [first, ...others] = changes;
      // A second change may find its place gone: then the first stands alone.
      let found = first === undefined ? value : replaced(value, ...first);
      for (const [place, change] of others) if (holds(found, place)) found = replaced(found, place, change);
      return { contentType, content: textOf(found) };
    });
});

function holds(value: unknown, place: readonly string[]): boolean {
  let inner = value;
  for (const key of place) {
    if (typeof inner !== 'object' || inner === null) return false;
    inner = (inner as Record<string, unknown>)[key];
  }
  return true;
}

const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(
    /"(<\w+>)"/g,
    (text, name: string) => TOO_DEEP[name] ?? text,
  );

describe('what a client wrote oddly', () => {
  let stage: Stage;
  let read: Reader;
  before(async () => {
    stage = await openStage({ seed: true });
    read = readerOf(stage, (await stage.person('ann')).client);
  });
  after(() => stage[Symbol.asyncDispose]());

  const one = async (given: Given): Promise<Content> => {
    const [found] = await read([given]);
    assert.ok(found);
    return found;
  };

  test('is read without an error, each message with a line to show', async () => {
    assert.ok(new Set(RECORDED.map(({ contentType }) => contentType)).size > 50);
    await fc.assert(
      fc.asyncProperty(fc.array(mutated, { minLength: 40, maxLength: 40 }), async (given) => {
        const found = await read(given);
        assert.equal(found.length, given.length);
        for (const { summary } of found) assert.match(summary, /\S/u);
        assert.ok(depthOf(found) < 64, 'an answer is never deeper than what was asked, and JSON of bounded depth');
      }),
      { numRuns: 40 },
    );
  });

  test('in one field keeps what the other fields say', async () => {
    const texts = RECORDED.filter(({ contentType, content }) => wordsIn(contentType, content) !== null);
    const odd = fc.constantFrom(...texts).chain(({ contentType, content }) => {
      const value = JSON.parse(content) as Record<string, unknown>;
      const others = fc.dictionary(
        fc.constantFrom('sentAs', 'quoteMessage', 'atUserList', 'atUsersInfo', 'messageEntityList', 'extension', 'ex'),
        fc.constantFrom(...CHANGES).map((change) => change('odd')),
      );
      return others.map((fields) => ({ contentType, content: textOf({ ...fields, ...only(contentType, value) }) }));
    });
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { minLength: 20, maxLength: 20 }), async (given) => {
        const found = await read(given);
        for (const [at, { contentType, content }] of given.entries())
          assert.equal(found[at]?.text, wordsIn(contentType, content), content.slice(0, 300));
      }),
      { numRuns: 20 },
    );
  });

  test('with numbers as texts and texts as numbers says the same', async () => {
    const place = { description: 'The hut', latitude: 48.85, longitude: 2.35 };
    const asTexts = { ...place, latitude: '48.85', longitude: ' 2.35 ' };
    assert.deepEqual(
      await one({ contentType: 109, content: JSON.stringify(asTexts) }),
      await one({ contentType: 109, content: JSON.stringify(place) }),
    );
    assert.equal((await one({ contentType: 101, content: '{"content":42}' })).text, '42');
    const far = await one({ contentType: 109, content: '{"latitude":1e300,"longitude":"-1e9"}' });
    assert.deepEqual([far.latitude, far.longitude], [90, -180]);
  });

  test('as a quote in a bundle in a quote is read to the innermost word', async () => {
    const said = { contentType: 101, textElem: { content: 'the innermost word' }, senderNickname: 'Cy' };
    const quote = { contentType: 114, quoteElem: { text: 'so?', quoteMessage: said }, senderNickname: 'Bo' };
    const bundle = { contentType: 107, mergeElem: { title: 'Talk', multiMessage: [quote] }, senderNickname: 'Ann' };
    const found = await one({ contentType: 114, content: JSON.stringify({ text: 'look', quoteMessage: bundle }) });
    assert.deepEqual(found.quoted, {
      ...{ senderName: 'Ann', contentType: 107, sentAt: null, sender: null },
      content: {
        ...{ __typename: 'MergerContent', summary: '[Chat history] Talk', title: 'Talk' },
        messages: [
          {
            ...{ senderName: 'Bo', contentType: 114 },
            content: {
              ...{ __typename: 'QuoteContent', summary: 'so?', text: 'so?' },
              quoted: {
                senderName: 'Cy',
                content: { __typename: 'TextContent', summary: 'the innermost word', text: 'the innermost word' },
              },
            },
          },
        ],
      },
    });
  });

  test('a hundred times in one page costs no more time than a page of anything', async () => {
    const merged = JSON.stringify({
      title: 'T',
      abstractList: Array.from({ length: 2_000 }, () => 'x'),
      multiMessage: Array.from({ length: 6_000 }, () => ({})),
    });
    const found = await read(Array.from({ length: 40 }, () => ({ contentType: 107, content: merged })));
    for (const each of found) {
      assert.equal((each.messages as unknown[]).length, 100);
      assert.equal((each.summaries as unknown[]).length, 100);
    }
  });
});

/** The field that shows what was written, on the wire and in the answer. */
const FIELD: Readonly<Record<number, string>> = {
  101: 'content',
  106: 'text',
  114: 'text',
  117: 'text',
  118: 'content',
};

const wordsIn = (contentType: number, content: string): string | null => {
  const value = parsed(content);
  const words = (value as Record<string, unknown> | null)?.[FIELD[contentType] ?? ''];
  return typeof words === 'string' ? words : null;
};

const only = (contentType: number, value: Record<string, unknown>) => {
  const field = FIELD[contentType] ?? '';
  return { [field]: value[field] };
};

function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  let depth = 0;
  for (; level.length > 0; depth++)
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  return depth;
}
