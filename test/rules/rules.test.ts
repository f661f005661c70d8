import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { openWorld, type World } from '../world/world.ts';

const FIELDS = `id version definition {
  name state conditions { keywords { words match lists { name } } pattern { pattern } links { domains links } } actions { kind }
}`;
const CREATE = `mutation ($input: RuleInput!) { createRule(input: $input, reason: "We agreed") { ${FIELDS} } }`;
const TEST = `query ($input: RuleInput!, $text: String!) {
  testRule(input: $input, trial: { text: $text }) { holds masked found { condition entry start end listVersion } }
}`;

const refusing = (...conditions: object[]) => ({ name: 'A rule', conditions, actions: [{ kind: 'REFUSE' }] });
const masking = (...conditions: object[]) => ({ name: 'A rule', conditions, actions: [{ kind: 'MASK' }] });

interface Found {
  readonly testRule: { readonly holds: boolean; readonly masked: string | null; readonly found: readonly object[] };
}

let world: World;
let admin: AdminQuery;

async function get<Data>(query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await admin<Data>(query, variables);
  assert.deepEqual(errors, []);
  return data as Data;
}

async function refusal(query: string, variables: object = {}): Promise<[unknown, string | undefined]> {
  const { errors } = await admin(query, variables);
  return [errors[0]?.extensions?.reason, errors[0]?.message];
}

const trial = async (input: object, text: string) => (await get<Found>(TEST, { input, text })).testRule;

describe('rules', () => {
  before(async () => {
    world = await openWorld();
    admin = await signInAdmin(world);
  });
  after(() => world[Symbol.asyncDispose]());

  test('a rule is tried before it is kept: what it finds, where, and what others would read', async () => {
    const rule = masking({ keywords: { words: ['bad'] } });
    assert.deepEqual(await trial(rule, 'A b a d word, not a badge'), {
      holds: true,
      masked: 'A * * * word, not a badge',
      found: [{ condition: 0, entry: 'bad', start: 2, end: 7, listVersion: null }],
    });
    assert.equal((await trial(rule, 'All is well')).holds, false);
  });

  test('links are found as clients make them, and domains are what a browser reads', async () => {
    const denied = refusing({ links: { domains: ['evil.example', 'bücher.de'], links: 'LISTED' } });
    for (const text of [
      'see https://EVIL.example/x',
      'http://www.evil.example',
      'bücher.de',
      'xn--bcher-kva.de/a',
      'go to //evil.example.',
    ])
      assert.equal((await trial(denied, text)).holds, true, text);
    for (const text of ['notevil.example', 'evil example', 'https://evil.example.com'])
      assert.equal((await trial(denied, text)).holds, false, text);
    const others = refusing({ links: { domains: ['good.com'], links: 'NOT_LISTED' } });
    assert.equal((await trial(others, 'www.good.com')).holds, false);
    assert.equal((await trial(others, 'good.com and evil.xyz')).holds, true);
  });

  test('what does not compile is refused where it stands, with the reason', async () => {
    const [reason, message] = await refusal(CREATE, {
      input: refusing({ keywords: { words: ['a'] } }, { pattern: { pattern: 'so (?=that)' } }),
    });
    assert.equal(reason, 'INPUT_INVALID');
    assert.match(message ?? '', /^input\.conditions\[1\]\.pattern\.pattern: .*linear.*`\(\?=`, at character 4/);
    const wrongs: [object, RegExp][] = [
      [refusing({ pattern: { pattern: '(a)\\1' } }), /`\\1`, at character 4/],
      [refusing({ pattern: { pattern: 'a*' } }), /does not match nothing/],
      [refusing({ pattern: { pattern: '((a{90}){90}){90}' } }), /expected/],
      [
        refusing({ links: { domains: ['https://x.example/y'], links: 'LISTED' } }),
        /conditions\[0\]\.links\.domains\[0\]: a domain/,
      ],
      [refusing({ keywords: { words: ['fine', '\u200b'] } }), /keywords\.words: line 2: something that can be read/],
      [refusing({ flood: { moreThan: 0, seconds: 1 } }), /flood\.moreThan: a number from 1/],
      [masking({ newAccount: { youngerThanHours: 1 } }), /input\.actions: MASK goes with/],
      [{ ...refusing({ mentions: { everyone: true } }), actions: [] }, /input\.actions/],
    ];
    for (const [input, expected] of wrongs) assert.match((await refusal(CREATE, { input }))[1] ?? '', expected);
  });

  test('every change is a version with its author and reason; what was can be again; nobody overwrites another', async () => {
    const { createRule } = await get<{ createRule: { id: string; version: number } }>(CREATE, {
      input: refusing({ keywords: { words: ['one'] } }),
    });
    const { id } = createRule;
    const update = `mutation ($id: ID!, $version: Int!, $input: RuleInput!) {
    updateRule(id: $id, version: $version, input: $input, reason: "Better") { version }
  }`;
    await get(update, { id, version: 1, input: refusing({ keywords: { words: ['two'] } }) });
    assert.deepEqual(
      (await refusal(update, { id, version: 1, input: refusing({ keywords: { words: ['three'] } }) }))[0],
      'RULE_CHANGED',
    );
    await get(`mutation { setRuleState(id: "${id}", version: 2, state: OFF, reason: "Too much") { version } }`);
    await get(`mutation { rollbackRule(id: "${id}", version: 3, to: 1, reason: "It was right") { version } }`);
    const { rule } = await get<{ rule: { definition: object; history: { totalCount: number; nodes: object[] } } }>(
      `{ rule(id: "${id}") { definition { state conditions { keywords { words } } }
        history(first: 2) { totalCount nodes { version reason author { email } definition { state } } } } }`,
    );
    assert.deepEqual(rule, {
      definition: { state: 'DRY_RUN', conditions: [{ keywords: { words: ['one'] } }] },
      history: {
        totalCount: 4,
        nodes: [
          {
            version: 4,
            reason: 'It was right',
            author: { email: 'admin@example.com' },
            definition: { state: 'DRY_RUN' },
          },
          { version: 3, reason: 'Too much', author: { email: 'admin@example.com' }, definition: { state: 'OFF' } },
        ],
      },
    });
  });

  test('a list is filled in pieces, refused by line, and takes the place of the old one as one version', async () => {
    const list = await get<{ createWordList: { id: string } }>(
      'mutation { createWordList(name: "Words", reason: "Start") { id } }',
    );
    const { id } = list.createWordList;
    const change = `mutation ($add: [String!]) { changeWordList(id: "${id}", add: $add, reason: "More") { version size } }`;
    assert.deepEqual(await get(change, { add: ['old', 'old', ' '] }), { changeWordList: { version: 2, size: 1 } });
    const begun = await get<{ startWordImport: { id: string } }>(
      `mutation { startWordImport(listID: "${id}", reason: "All anew") { id } }`,
    );
    const piece = `mutation ($words: [String!]!, $firstLine: Int) {
    importWords(importID: "${begun.startWordImport.id}", words: $words, firstLine: $firstLine) { size list { size } }
  }`;
    const words = Array.from({ length: 3_000 }, (_, at) => `w${at.toString(36)}q`);
    for (const at of [0, 1_500, 1_500]) await get(piece, { words: words.slice(at, at + 1_500), firstLine: at + 1 });
    const [, message] = await refusal(piece, { words: ['fine', '\u0301', 'x'.repeat(201)], firstLine: 3_001 });
    assert.match(message ?? '', /^words: line 3002: .*; line 3003: at most 200/);
    const rule = refusing({ keywords: { listIDs: [id] } });
    assert.equal((await trial(rule, 'old')).holds, true);
    const finish = `mutation { finishWordImport(importID: "${begun.startWordImport.id}", reason: "It is whole") {
    version size history { version added removed reason } words(first: 1) { totalCount nodes } } }`;
    assert.deepEqual(await get(finish), {
      finishWordImport: {
        ...{ version: 3, size: 3_000, words: { totalCount: 3_000, nodes: ['w0q'] } },
        history: [
          { version: 3, added: 3_000, removed: 1, reason: 'It is whole' },
          { version: 2, added: 1, removed: 0, reason: 'More' },
          { version: 1, added: 0, removed: 0, reason: 'Start' },
        ],
      },
    });
    assert.equal((await trial(rule, 'old')).holds, false);
    assert.deepEqual((await trial(rule, 'so W 2 3 Q')).found, [
      { condition: 0, entry: 'w23q', start: 3, end: 10, listVersion: 3 },
    ]);
  });

  test('who may read rules may not change them', async () => {
    const { errors } = await world
      .visitor()
      .query<unknown, object>(CREATE, { input: refusing({ mentions: { everyone: true } }) });
    assert.equal(errors[0]?.extensions?.code, 'UNAUTHENTICATED');
  });
});
