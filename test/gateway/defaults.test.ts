import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorld, subgraph } from './world.ts';

const SDL = `
  enum Mood { GLAD SAD }
  input Deep { words: [Word!]! = [{ text: "deep" }] }
  input Word { text: String! mood: Mood! = GLAD times: Int! = 2 again: Boolean = true deep: Deep }
  type Query { say(word: Word! = { text: "hello" }, louder: Int! = 1): String }`;
const RESOLVERS = { Query: { say: (_: unknown, given: object) => JSON.stringify(given) } };

const WORD = { mood: 'GLAD', times: 2, again: true };

/** What is asked often is compiled, and has to be answered as it was before. */
const OFTEN = 6;

const asked: readonly (readonly [query: string, variables: object, given: object])[] = [
  ['{ say }', {}, { word: { text: 'hello', ...WORD }, louder: 1 }],
  ['query ($n: Int! = 7) { say(louder: $n) }', {}, { word: { text: 'hello', ...WORD }, louder: 7 }],
  ['query ($n: Int! = 7) { say(louder: $n) }', { n: 8 }, { word: { text: 'hello', ...WORD }, louder: 8 }],
  ['query ($w: Word!) { say(word: $w) }', { w: { text: 'you' } }, { word: { text: 'you', ...WORD }, louder: 1 }],
  [
    'query ($w: Word! = { text: "me", mood: SAD }) { say(word: $w) }',
    {},
    { word: { text: 'me', ...WORD, mood: 'SAD' }, louder: 1 },
  ],
  [
    'query ($w: Word!) { say(word: $w) }',
    { w: { text: 'you', deep: {}, times: 3 } },
    { word: { text: 'you', ...WORD, times: 3, deep: { words: [{ text: 'deep', ...WORD }] } }, louder: 1 },
  ],
  [
    'query ($w: Word!) { say(word: $w) }',
    { w: { text: 'you', deep: { words: { text: 'alone' } } } },
    { word: { text: 'you', ...WORD, deep: { words: [{ text: 'alone', ...WORD }] } }, louder: 1 },
  ],
];

for (const [query, variables, given] of asked)
  test(`${query} with ${JSON.stringify(variables)} gets what stands for what it leaves out, however often it is asked`, async () => {
    await using world = await openWorld({ subgraphs: [subgraph('openim', SDL, RESOLVERS)] });
    for (let times = 0; times < OFTEN; times += 1) {
      const { json } = await world.ask(query, variables);
      assert.equal(json.errors, undefined, JSON.stringify(json));
      assert.deepEqual(JSON.parse(json.data.say), given);
    }
  });
