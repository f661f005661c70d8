import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '../world/world.ts';
import { asAdminNow, openStage, type Stage } from './stage.ts';

const READ = `query ($id: ID!, $last: Int!) { conversation(id: $id) { messages(last: $last) { nodes { seq content {
  ... on TextualContent { text quoted { content { summary } original { id seq revoked content { summary } } } }
  ... on MergerContent { messages { original { id } } }
} } } } }`;

interface Original {
  readonly id: string;
  readonly seq: number;
  readonly revoked: boolean;
  readonly content: { readonly summary: string };
}
interface Read {
  readonly conversation: {
    readonly messages: {
      readonly nodes: readonly {
        readonly content: {
          readonly text?: string;
          readonly quoted?: { readonly original: Original | null } | null;
          readonly messages?: readonly { readonly original: Original | null }[];
        };
      }[];
    };
  };
}

describe('the original of a quote', () => {
  let stage: Stage;
  let ann: Actor;
  let bo: Actor;
  let cy: Actor;
  before(async () => {
    stage = await openStage();
    ann = await stage.person('ann');
    bo = await stage.person('bo');
    cy = await stage.person('cy');
  });
  after(() => stage[Symbol.asyncDispose]());

  async function send(from: Actor, userID: string, content: object): Promise<string> {
    const answer = await from.query<{ sendMessage: { id: string } }, object>(
      'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }',
      { input: { userID, content } },
    );
    return answer.sendMessage.id;
  }

  const text = (words: string) => ({ text: { text: words } });
  const quoting = (messageID: string) => ({ quote: { text: 'this one', messageID } });
  const read = (reader: Actor, id: string, last = 20): Promise<Read> => reader.query(READ, { id, last });
  const lastOf = ({ conversation }: Read) => conversation.messages.nodes.at(-1)?.content;

  /** The same conversation with its newest message's content changed, as another client may have written it. */
  async function forging(write: (content: Record<string, never>) => unknown, work: () => Promise<Read>): Promise<Read> {
    stage.fault('/msg/pull_msg_by_seq', (answer) => {
      const { msgs } = answer.data as unknown as { msgs: Record<string, { Msgs: { content: string }[] }> };
      for (const { Msgs } of Object.values(msgs)) {
        const newest = Msgs.at(-1);
        if (newest === undefined) continue;
        const content = JSON.parse(Buffer.from(newest.content, 'base64').toString());
        newest.content = Buffer.from(JSON.stringify(write(content))).toString('base64');
      }
      return { ...answer, data: { msgs } as never };
    });
    return work().finally(() => stage.fault('/msg/pull_msg_by_seq', null));
  }

  test('is the message itself, and costs nothing where the page has it', async () => {
    const said = await send(ann, 'bo', text('at first'));
    await send(bo, 'ann', quoting(said));
    const { result, routes } = await stage.price(() => read(ann, 'si_ann_bo'));
    const original = lastOf(result)?.quoted?.original;
    assert.equal(original?.id, said);
    assert.equal(original?.content.summary, 'at first');
    assert.deepEqual(routes, ['/jssdk/get_conversations', '/msg/pull_msg_by_seq']);
  });

  test('is read in one call more where the pages do not have them, however many there are', async () => {
    const first = await send(ann, 'bo', text('long ago'));
    const second = await send(ann, 'bo', text('a little later'));
    for (let nth = 0; nth < 120; nth++) await send(ann, 'bo', text(`in between ${nth}`));
    await send(bo, 'ann', quoting(first));
    await send(bo, 'ann', quoting(second));
    const { result, routes, statements } = await stage.price(() => read(ann, 'si_ann_bo'));
    const nodes = result.conversation.messages.nodes.slice(-2);
    assert.deepEqual(
      nodes.map(({ content }) => content.quoted?.original?.id),
      [first, second],
    );
    assert.deepEqual(routes, ['/jssdk/get_conversations', '/msg/pull_msg_by_seq', '/msg/pull_msg_by_seq']);
    assert.ok(statements <= 3, `${statements} statements`);
  });

  test('that was taken back says so, whatever the quote still says', async () => {
    const said = await send(ann, 'bo', text('a slip'));
    await send(bo, 'ann', quoting(said));
    await ann.query('mutation ($id: ID!) { revokeMessage(id: $id) { id } }', { id: said });
    const quoted = lastOf(await read(bo, 'si_ann_bo'))?.quoted;
    assert.equal(quoted?.original?.id, said);
    assert.equal(quoted?.original?.revoked, true);
  });

  test('that its reader has deleted is not there for them', async () => {
    const said = await send(ann, 'bo', text('to be forgotten'));
    await send(bo, 'ann', quoting(said));
    const { original } = lastOf(await read(ann, 'si_ann_bo'))?.quoted ?? {};
    const seqs = [original?.seq ?? 0];
    await stage.openim.messages.delete({ userID: 'ann', conversationID: 'si_ann_bo', seqs }, asAdminNow());
    assert.equal(lastOf(await read(ann, 'si_ann_bo'))?.quoted?.original, null);
    assert.equal(lastOf(await read(bo, 'si_ann_bo'))?.quoted?.original?.id, said);
  });

  test('is null where the quote names a conversation that is not the reader’s, or no message at all', async () => {
    const secret = await send(bo, 'cy', text('between us'));
    const serverMsgID = secret.slice(secret.lastIndexOf(':') + 1);
    await send(cy, 'bo', text('sure'));
    await send(bo, 'ann', quoting(await send(ann, 'bo', text('hello'))));
    const forged = { contentType: 101, sessionType: 1, textElem: { content: 'x' }, seq: 1 };
    for (const named of [
      { sendID: 'bo', recvID: 'cy', serverMsgID },
      { sendID: 'ann', recvID: 'bo', serverMsgID },
      { sendID: 'ann', recvID: 'bo', serverMsgID: '0' },
      { sendID: 'ann', recvID: 'nobody', serverMsgID },
      { sessionType: 3, groupID: 'none', serverMsgID },
      { sendID: {}, recvID: [], serverMsgID: 7, seq: 'x' },
    ]) {
      const write = (content: object) => ({ ...content, quoteMessage: { ...forged, ...named } });
      const found = await forging(write, () => read(ann, 'si_ann_bo'));
      assert.equal(lastOf(found)?.quoted?.original, null);
    }
  });

  test('is null while its conversation cannot be read, with the reason, and the page is there', async () => {
    const said = await send(bo, 'cy', text('for the record'));
    await send(cy, 'bo', quoting(said));
    const away = await send(bo, 'ann', text('elsewhere'));
    const write = (content: Record<string, never>) => ({
      ...content,
      quoteMessage: {
        ...{ contentType: 101, sessionType: 1, sendID: 'bo', recvID: 'ann' },
        serverMsgID: away.slice(away.lastIndexOf(':') + 1),
      },
    });
    stage.fault('/jssdk/get_conversations', (answer, { conversationIDs }) =>
      (conversationIDs as string[]).includes('si_ann_bo') ? { ...answer, errCode: 90002, data: null as never } : answer,
    );
    const ask = () => bo.client.query<Read, object>(READ, { id: 'si_bo_cy', last: 1 });
    let reasons: unknown;
    const found = await forging(write, async () => {
      const { data, errors } = await ask();
      reasons = errors.map(({ extensions }) => extensions.reason);
      assert.ok(data);
      return data;
    }).finally(() => stage.fault('/jssdk/get_conversations', null));
    assert.equal(lastOf(found)?.text, 'this one');
    assert.equal(lastOf(found)?.quoted?.original, null);
    assert.deepEqual(reasons, ['UPSTREAM_UNAVAILABLE']);
  });
});
