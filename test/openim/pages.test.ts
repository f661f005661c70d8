import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Actor, openWorld, type World } from './world.ts';

const PAGE = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $aroundSeq: Int) {
  conversation(id: $id) {
    messages(first: $first, after: $after, last: $last, before: $before, aroundSeq: $aroundSeq) {
      nodes { seq }
      pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
    }
  }
}`;
const TALK = 'si_ann_bo';
const PULL = '/msg/pull_msg_by_seq';

interface Page {
  readonly nodes: readonly { readonly seq: number }[];
  readonly pageInfo: {
    readonly hasPreviousPage: boolean;
    readonly hasNextPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

interface Row {
  readonly seq: number;
}
interface Pulled {
  readonly msgs: Record<string, { readonly Msgs: readonly Row[] }>;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('a page of messages', () => {
  let world: World;
  let ann: Actor;

  before(async () => {
    world = await openWorld();
    ann = await world.person('ann', 'Ann');
    await world.person('bo', 'Bo');
    await world.says('bo', { userID: 'ann' }, ...range(1, 130).map((nth) => `message ${nth}`));
  });
  after(() => world[Symbol.asyncDispose]());

  async function page(args: object = {}): Promise<Page & { seqs: number[] }> {
    const { conversation } = await ann.query<{ conversation: { messages: Page } }>(PAGE, { id: TALK, ...args });
    return { ...conversation.messages, seqs: conversation.messages.nodes.map(({ seq }) => seq) };
  }

  const refusal = async (args: object): Promise<unknown> => {
    world.resetMeter();
    const { errors } = await ann.ask(PAGE, { id: TALK, ...args });
    assert.ok(!world.calls().includes(PULL), 'OpenIM was asked for messages.');
    const { reason, field } = errors?.[0]?.extensions ?? {};
    return field === undefined ? reason : `${reason} ${field}`;
  };

  /** OpenIM tells these as it tells what was deleted for everybody. */
  function deleted(seqs: readonly number[]): void {
    const emptied = {
      content: '',
      contentType: 0,
      serverMsgID: '',
      clientMsgID: '',
      sendID: '',
      sendTime: 0,
      status: 4,
    };
    world.twist(PULL, ({ msgs }: Pulled) => {
      const pulled = Object.entries(msgs ?? {}).map(([id, { Msgs, ...rest }]) => {
        return [id, { ...rest, Msgs: Msgs.map((row) => (seqs.includes(row.seq) ? { ...row, ...emptied } : row)) }];
      });
      return { data: { msgs: Object.fromEntries(pulled) } };
    });
  }

  test('is the newest twenty when nothing is asked for, newest last', async () => {
    const { seqs, pageInfo } = await page();
    assert.deepEqual(seqs, range(111, 130));
    assert.equal(pageInfo.hasPreviousPage, true);
    assert.equal(pageInfo.hasNextPage, false);
  });

  test('follows a page backwards to the first message, and forwards to the last', async () => {
    const back: number[][] = [];
    let before: string | null = null;
    do {
      const { seqs, pageInfo }: Awaited<ReturnType<typeof page>> = await page({ last: 50, before });
      back.push(seqs);
      before = pageInfo.hasPreviousPage ? pageInfo.startCursor : null;
    } while (before !== null);
    assert.deepEqual(back, [range(81, 130), range(31, 80), range(1, 30)]);

    const forth: number[][] = [];
    let after: string | null = null;
    do {
      const { seqs, pageInfo }: Awaited<ReturnType<typeof page>> = await page({ first: 50, after });
      forth.push(seqs);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    assert.deepEqual(forth, [range(1, 50), range(51, 100), range(101, 130)]);
  });

  test('has a seq in its middle, or as near to it as the ends allow', async () => {
    assert.deepEqual((await page({ aroundSeq: 60, last: 10 })).seqs, range(55, 64));
    assert.deepEqual((await page({ aroundSeq: 2, last: 10 })).seqs, range(1, 10));
    assert.deepEqual((await page({ aroundSeq: 129, first: 10 })).seqs, range(121, 130));
    assert.deepEqual((await page({ aroundSeq: 5_000, last: 10 })).seqs, range(121, 130));
    const { hasPreviousPage, hasNextPage } = (await page({ aroundSeq: 60, last: 10 })).pageInfo;
    assert.deepEqual([hasPreviousPage, hasNextPage], [true, true]);
  });

  test('costs one pull, whatever its size', async () => {
    for (const last of [1, 20, 100]) {
      world.resetMeter();
      await page({ last });
      assert.deepEqual(world.calls(), ['/jssdk/get_conversations', PULL]);
    }
  });

  test('of none is none, and still says what there is', async () => {
    const { seqs, pageInfo } = await page({ first: 0 });
    assert.deepEqual(seqs, []);
    assert.deepEqual([pageInfo.hasPreviousPage, pageInfo.hasNextPage], [false, true]);
  });

  test('is full where some messages were deleted for everybody', async () => {
    deleted([115, 116, 117]);
    const { seqs } = await page();
    assert.deepEqual(seqs, [...range(108, 114), ...range(118, 130)]);
    world.twist(PULL, null);
  });

  test('of nothing but holes tells where to go on', async () => {
    deleted(range(2, 130));
    world.resetMeter();
    const { seqs, pageInfo } = await page({ last: 1 });
    assert.deepEqual(seqs, [1]);
    assert.equal(world.calls().filter((route) => route === PULL).length, 3);
    assert.equal(pageInfo.hasPreviousPage, false);
    world.twist(PULL, null);
  });

  test('beyond more holes than are looked at can be reached by its cursor', async () => {
    // Six hundred messages would take long to say: the window is told to be that long.
    world.twist('/jssdk/get_conversations', ({ conversations }: { conversations: object[] }) => ({
      data: { conversations: conversations.map((view) => ({ ...view, maxSeq: 1_000 })) },
    }));
    const first = await page();
    assert.deepEqual(first.seqs, []);
    assert.equal(first.pageInfo.hasPreviousPage, true);
    const second = await page({ last: 20, before: first.pageInfo.startCursor });
    assert.deepEqual(second.seqs, range(111, 130));
    world.twist('/jssdk/get_conversations', null);
  });

  test('is refused for a cursor that is none, of another list, or of another conversation', async () => {
    assert.equal(await refusal({ before: 'nonsense' }), 'CURSOR_INVALID before');
    await world.person('cy');
    await world.says('cy', { userID: 'ann' }, 'hi');
    const { conversation } = await ann.query<{ conversation: { messages: Page } }>(PAGE, { id: 'si_ann_cy' });
    assert.equal(await refusal({ after: conversation.messages.pageInfo.endCursor }), 'CURSOR_INVALID after');
  });

  test('is refused for arguments that do not go together', async () => {
    assert.equal(await refusal({ first: 1, last: 1 }), 'INPUT_INVALID last');
    assert.equal(await refusal({ first: 101 }), 'INPUT_INVALID first');
    assert.equal(await refusal({ last: -1 }), 'INPUT_INVALID last');
    assert.equal(await refusal({ aroundSeq: 0 }), 'INPUT_INVALID aroundSeq');
    const { pageInfo } = await page();
    assert.equal(await refusal({ aroundSeq: 5, after: pageInfo.endCursor }), 'INPUT_INVALID aroundSeq');
  });

  test('shares its pull with everything near it that the same request asks for', async () => {
    world.resetMeter();
    await ann.query(`{
      conversation(id: "${TALK}") {
        newest: messages(last: 10) { nodes { seq } }
        older: messages(aroundSeq: 40, last: 30) { nodes { seq } }
        unread: messages(aroundSeq: 100, last: 30) { nodes { seq } }
      }
    }`);
    assert.deepEqual(world.calls(), ['/jssdk/get_conversations', PULL]);
  });
});

describe('a message by its id', () => {
  let world: World;
  let ann: Actor;
  let ids: readonly string[];
  const READ = 'query ($id: ID!) { message(id: $id) { id seq content { summary } } }';

  before(async () => {
    world = await openWorld();
    ann = await world.person('ann', 'Ann');
    await world.person('bo', 'Bo');
    await world.person('cy', 'Cy');
    await world.says('bo', { userID: 'ann' }, ...range(1, 30).map((nth) => `message ${nth}`));
    const { conversation } = await ann.query<{ conversation: { messages: { nodes: { id: string }[] } } }>(
      `{ conversation(id: "${TALK}") { messages(last: 100) { nodes { id } } } }`,
    );
    ids = conversation.messages.nodes.map(({ id }) => id);
  });
  after(() => world[Symbol.asyncDispose]());

  const nodeFor = async (id: string): Promise<Actor> => (await world.otherNode())(id);

  test('is read by its seq where somebody has read it before, on another node as well', async () => {
    const other = await nodeFor('ann');
    world.resetMeter();
    const { message } = await other.query<{ message: { seq: number } }>(READ, { id: ids[3] });
    assert.equal(message.seq, 4);
    assert.deepEqual(world.calls(), ['/jssdk/get_conversations', PULL]);
    assert.equal(world.queries().filter((sql) => sql.startsWith('select')).length, 1);
  });

  test('is found by walking back where nobody has read it, or the database is down', async () => {
    await world.says('bo', { userID: 'ann' }, 'unread by anybody');
    const { conversation } = await ann.query<{ conversation: { lastMessage: { id: string } } }>(
      `{ conversation(id: "${TALK}") { lastMessage { id } } }`,
    );
    const found = await ann.query<{ message: { seq: number } }>(READ, { id: conversation.lastMessage.id });
    assert.equal(found.message.seq, 31);
    const other = await nodeFor('ann');
    world.breakSQL(/message_index/);
    assert.equal((await other.query<{ message: { seq: number } }>(READ, { id: ids[0] })).message.seq, 1);
    world.breakSQL(null);
  });

  test('costs the same for one and for twenty: a view, a pull, a query', async () => {
    const other = await nodeFor('ann');
    world.resetMeter();
    const { _entities } = await other.query<{ _entities: { seq: number }[] }>(
      'query ($all: [_Any!]!) { _entities(representations: $all) { ... on Message { seq } } }',
      { all: ids.slice(0, 20).map((id) => ({ __typename: 'Message', id })) },
    );
    assert.deepEqual(
      _entities.map(({ seq }) => seq),
      range(1, 20),
    );
    assert.deepEqual(world.calls(), ['/jssdk/get_conversations', PULL]);
    assert.equal(world.queries().filter((sql) => sql.startsWith('select')).length, 1);
  });

  test('is not there for who is not in its conversation, whatever OpenIM would answer', async () => {
    const cy = await nodeFor('cy');
    world.resetMeter();
    assert.deepEqual((await cy.ask(READ, { id: ids[0] })).reasons, ['NOT_YOURS']);
    assert.deepEqual(world.calls(), []);
  });

  test('that nobody sent is not there, and an id that is none is refused', async () => {
    assert.deepEqual((await ann.ask(READ, { id: `${TALK}:nothing` })).reasons, ['NOT_FOUND']);
    assert.deepEqual((await ann.ask(READ, { id: `${TALK}:\0` })).reasons, ['NOT_FOUND']);
    assert.deepEqual((await ann.ask(READ, { id: TALK })).reasons, ['INPUT_INVALID']);
    assert.deepEqual((await ann.ask(READ, { id: 'n_ann_bo:x' })).reasons, ['NOT_YOURS']);
  });

  test('stays the same when it is revoked, and tells who did it', async () => {
    const bo = await nodeFor('bo');
    const REVOKE = `mutation ($id: ID!) {
      revokeMessage(id: $id) { id revoked content { __typename ... on RevokedContent { revokedBy { nickname } } } }
    }`;
    assert.deepEqual((await ann.ask(REVOKE, { id: ids[5] })).reasons, ['NO_PERMISSION']);
    const { revokeMessage } = await bo.query<{ revokeMessage: object }>(REVOKE, { id: ids[5] });
    const content = { __typename: 'RevokedContent', revokedBy: { nickname: 'Bo' } };
    assert.deepEqual(revokeMessage, { id: ids[5], revoked: true, content });
    assert.deepEqual((await bo.ask(REVOKE, { id: ids[5] })).reasons, ['ALREADY_REVOKED']);
  });
});
