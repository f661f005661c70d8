import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Knex } from 'knex';
import { Registry } from 'prom-client';
import { createMemoryStore } from '../../embedded/memory-store.ts';
import { migrate, openDatabase } from '../../subgraphs/kit/database.ts';
import type { Intent, Verdict } from '../../subgraphs/kit/decisions.ts';
import type { RuleInput } from '../../subgraphs/moderation/__generated__/resolvers.ts';
import { definitionOf } from '../../subgraphs/moderation/rules/definition.ts';
import { openRules, type Rules } from '../../subgraphs/moderation/rules/index.ts';
import { insertRule } from '../../subgraphs/moderation/rules/store.ts';
import { until } from '../events/until.ts';
import { log } from '../openim-rest/double.ts';
import { type EmptyDatabase, emptyDatabase } from '../world/database.ts';

const MIGRATIONS = join(import.meta.dirname, '../../subgraphs/moderation/migrations');
const nothing = async (): Promise<void> => undefined;

let database: EmptyDatabase;
let db: Knex;
let nodes: Rules[];
let sent = 0;

type Send = Extract<Intent, { kind: 'SEND' }>;

const sending = (content: object, more: Partial<Send> = {}): Send => ({
  ...{ kind: 'SEND', userID: 'ann', platformID: 5, to: { kind: 'USER', id: 'bo' }, contentType: 101 },
  ...{ content: JSON.stringify(content), atUserIDs: [], ex: '', clientMsgID: `c${sent++}`, at: new Date() },
  ...more,
});
const says = (text: string, more: Partial<Send> = {}): Send => sending({ content: text }, more);
const asked = ({ userID, contentType, content, clientMsgID, to }: Send): Intent => ({
  ...{ kind: 'MODIFY', userID, contentType, content, clientMsgID, serverMsgID: 's' },
  sessionType: to.kind === 'GROUP' ? 3 : 1,
});

/** What one node decides; another is asked for the content where it is said so. */
function decide(intent: Send, [first, second = first] = nodes): Verdict {
  const verdict = first?.judge.decide(intent);
  if (verdict === undefined || second === undefined) assert.fail();
  return verdict.kind === 'REFUSE' ? verdict : second.judge.decide(asked(intent));
}
const read = (intent: Send): string => {
  const verdict = decide(intent, nodes.slice(0, 1));
  return verdict.kind === 'MASK' ? verdict.content : verdict.kind;
};

async function rule(input: Partial<RuleInput> & Pick<RuleInput, 'conditions' | 'actions'>): Promise<void> {
  const definition = definitionOf({ name: 'A rule', state: 'ON', ...input });
  await insertRule(definition, { author: 'admin', reason: 'A test' }, db);
  await nodes[0]?.book.changed();
}

/** Both nodes, once the second holds what the first holds: the same number of rules may still be those of before. */
async function both(): Promise<[Rules, Rules]> {
  const [first, second] = nodes;
  if (!first || !second) assert.fail();
  const held = ({ book }: Rules): string => book.rules.map(({ rule: { id, version } }) => `${id} ${version}`).join();
  await until(() => held(second) === held(first), 5_000);
  return [first, second];
}

describe('the judge', () => {
  before(async () => {
    database = await emptyDatabase();
    db = openDatabase(database.url, log);
    await migrate(db, { schema: 'moderation', directory: MIGRATIONS });
    const store = createMemoryStore(log);
    const enforcement = { revokeMessage: nothing, muteMember: nothing };
    const flags = { flag: async () => ({ caseID: '' }) };
    const bans = { ban: async () => '', standsUntil: async () => false, lift: async () => false, pay: nothing };
    const serviceUserID = 'imAdmin';
    const asked = { textClassifier: null, register: new Registry(), announce: nothing };
    const readStaff = async () => new Map();
    const history = { around: async () => [], newest: async () => [] };
    const media = { ...asked, readStaff, history, mediaOf: () => [], findings: { of: async () => new Map() } };
    const open = () =>
      openRules({ db, store, log, enforcement, flags, bans, changed: nothing, serviceUserID, ...media });
    nodes = [await open(), await open()];
  });
  after(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await db.destroy();
    await database[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await db.raw(`update moderation.rules set version = version + 1, definition = definition || '{"state":"OFF"}'`);
    await nodes[0]?.book.changed();
  });

  test('words are masked wherever a message holds text, and nothing else of it is changed', async () => {
    await rule({ conditions: [{ keywords: { words: ['bad'] } }], actions: [{ kind: 'MASK' }] });
    const quote = { contentType: 101, content: JSON.stringify({ content: 'so bad' }), seq: 3 };
    const contents: [number, object, object][] = [
      [101, { content: 'b.a.d!', extra: 'bad' }, { content: '*****!', extra: 'bad' }],
      [118, { content: '**bad**' }, { content: '*******' }],
      [106, { text: '@x bad', atUserList: ['bad'] }, { text: '@x ***', atUserList: ['bad'] }],
      [105, { fileName: 'bad.exe', sourceUrl: 'https://x/bad' }, { fileName: '***.exe', sourceUrl: 'https://x/bad' }],
      [109, { description: 'Bad Ems', latitude: 1 }, { description: '*** Ems', latitude: 1 }],
      [
        114,
        { text: 'ok', quoteMessage: quote },
        { text: 'ok', quoteMessage: { ...quote, content: '{"content":"so ***"}' } },
      ],
      [
        114,
        { text: 'ok', quoteMessage: { contentType: 101, textElem: { content: 'bad' } } },
        { text: 'ok', quoteMessage: { contentType: 101, textElem: { content: '***' } } },
      ],
      [
        107,
        { title: 'bad', multiMessage: [quote] },
        { title: '***', multiMessage: [{ ...quote, content: '{"content":"so ***"}' }] },
      ],
      [110, { data: '{"a":["bad"]}', description: 'bad' }, { data: '{"a":["***"]}', description: '***' }],
      [999, { Whatever: { CONTENT: 'bad' } }, { Whatever: { CONTENT: '***' } }],
      [101, { Content: 'bad' }, { Content: '***' }],
    ];
    for (const [contentType, content, expected] of contents)
      assert.deepEqual(JSON.parse(read(sending(content, { contentType }))), expected);
    assert.equal(read(says('fine')), 'PASS');
  });

  test('nobody gets by with what is no JSON, or nested beyond reason', async () => {
    await rule({ conditions: [{ keywords: { words: ['bad'] } }], actions: [{ kind: 'REFUSE' }] });
    const nested = Array.from({ length: 60 }).reduce<object>((inner) => ({ quoteMessage: { quoteElem: inner } }), {
      text: 'bad',
    });
    for (const content of ['a bad word', '"bad"', '["bad"]', '{"content":["bad"]}', '{"content":{"a":"bad"}}'])
      assert.equal(decide({ ...says(''), content }).kind, 'REFUSE', content);
    assert.doesNotThrow(() => decide(sending(nested, { contentType: 114 })));
    assert.doesNotThrow(() => decide({ ...says(''), content: '['.repeat(30_000) }));
  });

  test('a new version holds on every node, and where it exempts it does not', async () => {
    await rule({
      ...{ conditions: [{ keywords: { words: ['bad'] } }], actions: [{ kind: 'REFUSE' }] },
      ...{ exemptUserIDs: ['cleo'], exemptGroupIDs: ['tea'] },
    });
    const [first, second] = await both();
    for (const node of [first, second]) {
      const refused = { kind: 'REFUSE', reason: 'RULE_REFUSED', until: null };
      assert.deepEqual(node.judge.decide(says('bad')), refused);
      assert.deepEqual(node.judge.decide(says('bad', { to: { kind: 'GROUP', id: 'other' } })), refused);
      assert.equal(node.judge.decide(says('bad', { to: { kind: 'GROUP', id: 'tea' } })).kind, 'PASS');
      assert.equal(node.judge.decide(says('bad', { userID: 'cleo' })).kind, 'PASS');
      assert.equal(node.judge.decide(says('bad', { userID: 'imAdmin' })).kind, 'PASS');
    }
  });

  test('a mask knows where a message goes, also on the node that was not asked before', async () => {
    await rule({
      ...{ conditions: [{ keywords: { words: ['bad'] } }], actions: [{ kind: 'MASK' }], places: ['GROUPS'] },
      groupIDs: ['tea'],
    });
    const [first, second] = await both();
    for (const [id, expected] of [
      ['tea', 'MASK'],
      ['other', 'PASS'],
    ] as const) {
      const intent = says('bad', { to: { kind: 'GROUP', id } });
      assert.equal(first.judge.decide(intent).kind, 'PASS');
      if (expected === 'MASK') await until(() => second.judge.decide(asked(intent)).kind === 'MASK', 5_000);
      assert.equal(first.judge.decide(asked(intent)).kind, expected);
    }
  });

  test('a flood is stopped, also over several nodes; its time passes', async () => {
    await rule({ conditions: [{ flood: { moreThan: 4, seconds: 60 } }], actions: [{ kind: 'REFUSE' }] });
    const [first, second] = await both();
    const at = new Date();
    for (const node of [first, second, first, second]) assert.equal(node.judge.decide(says('x', { at })).kind, 'PASS');
    const tooFast = { kind: 'REFUSE', reason: 'TOO_FAST', until: null };
    await until(() => second.judge.decide(says('x', { at })).kind === 'REFUSE', 5_000);
    assert.deepEqual(second.judge.decide(says('x', { at })), tooFast);
    assert.equal(second.judge.decide(says('x', { at, userID: 'bo' })).kind, 'PASS');
    assert.equal(first.judge.decide(says('x', { at: new Date(at.getTime() + 61_000) })).kind, 'PASS');
  });

  test('the same text again and again is refused, whoever dresses it up; so is what many say', async () => {
    await rule({ conditions: [{ repeated: { moreThan: 1, seconds: 60 } }], actions: [{ kind: 'REFUSE' }] });
    await rule({
      ...{ conditions: [{ repeated: { moreThan: 2, seconds: 60, by: 'MANY_USERS' } }], actions: [{ kind: 'REFUSE' }] },
      order: 200,
    });
    const said = ['Join my channel', 'JOIN, my chánnel!!', 'j o i n my channel'].map((text) => decide(says(text)).kind);
    assert.deepEqual(said, ['PASS', 'REFUSE', 'REFUSE']);
    const many = ['u1', 'u2', 'u3'].map((userID) => decide(says('buy it while it lasts', { userID })).kind);
    assert.deepEqual(many, ['PASS', 'PASS', 'REFUSE']);
    assert.deepEqual(
      ['ok', 'ok', 'ok'].map((text) => decide(says(text)).kind),
      ['PASS', 'PASS', 'PASS'],
    );
  });

  test('mentions, attachments, young accounts and fields of custom messages', async () => {
    const young = '01a207ffb3ff7692884e0297a294eb4e';
    const ms = Number.parseInt(young.slice(0, 12), 16);
    await rule({ conditions: [{ mentions: { moreThan: 2 } }], actions: [{ kind: 'REFUSE' }] });
    await rule({
      conditions: [{ attachment: { kinds: ['FILE'], extensions: ['exe'] } }],
      actions: [{ kind: 'REFUSE' }],
    });
    await rule({
      conditions: [{ customField: { pointer: '/order/kind', equals: 'x' } }],
      actions: [{ kind: 'REFUSE' }],
    });
    await rule({
      conditions: [{ newAccount: { youngerThanHours: 24 } }, { links: { domains: [], links: 'NOT_LISTED' } }],
      actions: [{ kind: 'REFUSE' }],
    });
    const refused: Send[] = [
      says('hi', { atUserIDs: ['a', 'b', 'c'] }),
      sending({ fileName: 'Setup.EXE', fileType: '' }, { contentType: 105 }),
      sending({ data: '{"order":{"kind":"x"}}' }, { contentType: 110 }),
      says('see example.com', { userID: young, at: new Date(ms + 3_600_000) }),
    ];
    const let_through: Send[] = [
      says('hi', { atUserIDs: ['a', 'b', 'b'] }),
      sending({ fileName: 'exe.txt', fileType: '' }, { contentType: 105 }),
      sending({ data: '{"order":{"kind":"y"}}' }, { contentType: 110 }),
      says('see example.com', { userID: young, at: new Date(ms + 100 * 3_600_000) }),
      says('see example.com'),
    ];
    assert.deepEqual(
      refused.map((each) => decide(each).kind),
      refused.map(() => 'REFUSE'),
    );
    assert.deepEqual(
      let_through.map((each) => decide(each).kind),
      let_through.map(() => 'PASS'),
    );
  });

  test('names are held to the rules where a rule says so, an allow-list goes first, and it is on record', async () => {
    await rule({
      conditions: [{ keywords: { words: ['admin'] } }],
      actions: [{ kind: 'REFUSE' }],
      places: ['PROFILES', 'GROUP_PROFILES'],
    });
    await rule({
      ...{ conditions: [{ keywords: { words: ['admin tools'] } }], actions: [{ kind: 'PASS' }] },
      ...{ places: ['GROUP_PROFILES'], order: 1 },
    });
    const [node] = nodes;
    if (!node) assert.fail();
    const kinds = (
      [
        {
          kind: 'REGISTER',
          users: [
            { userID: 'x', nickname: 'Ann', faceURL: '' },
            { userID: 'y', nickname: 'Аdmin', faceURL: '' },
          ],
        },
        { kind: 'RENAME', userID: 'ann', nickname: 'A D M I N', faceURL: null },
        { kind: 'RENAME', userID: 'ann', nickname: null, faceURL: 'https://x' },
        {
          kind: 'CREATE_GROUP',
          userID: 'ann',
          groupID: 'g',
          name: 'Tea',
          introduction: 'by admin',
          notification: null,
        },
        {
          kind: 'CHANGE_GROUP',
          userID: 'ann',
          groupID: 'g',
          name: 'Admin tools',
          introduction: null,
          notification: null,
        },
        says('admin'),
      ] satisfies Intent[]
    ).map((intent) => node.judge.decide(intent).kind);
    assert.deepEqual(kinds, ['REFUSE', 'REFUSE', 'PASS', 'REFUSE', 'PASS', 'PASS']);
    const rows = () =>
      db
        .table('moderation.rule_matches')
        .whereLike('key', 'name:%')
        .orderBy('id')
        .select('done', 'user_id', 'group_id');
    await until(async () => (await rows()).length === 4);
    const refused = (user_id: string, group_id: string | null = null) => ({ done: ['REFUSE'], user_id, group_id });
    const allowed = { done: [], user_id: 'ann', group_id: 'g' };
    assert.deepEqual(await rows(), [refused('y'), refused('ann'), refused('ann', 'g'), allowed]);
  });

  test('what holds past the deadline is what the strictest rule says', async () => {
    assert.equal(nodes[0]?.judge.otherwise, 'PASS');
    await rule({
      conditions: [{ mentions: { everyone: true } }],
      actions: [{ kind: 'REFUSE' }],
      pastDeadline: 'REFUSE',
    });
    assert.equal(nodes[0]?.judge.otherwise, 'REFUSE');
  });
});
