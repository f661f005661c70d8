import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { decode } from '../../sandbox/gateway/proto.ts';
import type { Scene } from './callback-triggers.ts';
import { openScene, say, TRIGGERS } from './callback-triggers.ts';
import type { Data, Heard, Reply } from './receiver.ts';
import { allowing, goodNatured, Receiver, VERDICT } from './receiver.ts';
import { Town } from './town.ts';
import type { Client } from './wire.ts';
import { patiently } from './wire.ts';

interface Outcome extends Data {
  errCode: number;
  errMsg: string;
  errDlt?: string;
  recipientGotPush?: boolean;
  recvConversationCreated?: boolean;
}
type Row = { rest?: Outcome; ws?: Outcome };

const recorded = JSON.parse(
  readFileSync(new URL('../recordings/callback-answers.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, Row>>;

const saying = (more: object, status = 200): Reply => ({ status, text: JSON.stringify({ ...VERDICT, ...more }) });

/** Each kind of answer by the recording's name for it. The one that is refused needs no answer. */
const KINDS: Record<string, Reply> = {
  allow: allowing(),
  allow_empty_object: { text: '{}' },
  deny: saying({ errCode: 5001, errMsg: 'blocked by policy', errDlt: 'detail text', nextCode: 1 }),
  deny_zero_errcode: saying({ errCode: 0, errMsg: 'zero', errDlt: 'd', nextCode: 1 }),
  actionCode1_only: saying({ actionCode: 1, errCode: 5001, errMsg: 'x' }),
  actionCode1_next1: saying({ actionCode: 1, errCode: 5001, errMsg: 'x', nextCode: 1 }),
  errCode_without_next: saying({ errCode: 5001, errMsg: 'x' }),
  nextCode_string: saying({ errCode: 5001, nextCode: '1' }),
  http500_allow_body: saying({}, 500),
  http500_text: { status: 500, text: 'Internal' },
  http403_deny_body: saying({ errCode: 5001, errMsg: 'blocked', errDlt: 'd', nextCode: 1 }, 403),
  http204_empty: { status: 204, text: '' },
  http200_empty: { text: '' },
  invalid_json: { text: '{"actionCode":0' },
  json_null: { text: 'null' },
  json_array: { text: '[]' },
  wrong_ctype_html: { ...(allowing() as object), type: 'text/html', text: JSON.stringify(VERDICT) },
  socket_destroyed: 'gone',
  timeout_6s: 'never',
};
const ALLOWING = [
  'allow',
  'allow_empty_object',
  'actionCode1_only',
  'actionCode1_next1',
  'errCode_without_next',
  'http500_allow_body',
  'json_null',
  'wrong_ctype_html',
];
const REFUSED = 'connection_refused';

const PUSHED = ['callbackBeforeOnlinePushCommand', 'callbackBeforeGroupOnlinePushCommand'];
const OFFLINE = 'callbackBeforeOfflinePushCommand';
const OPENED = 'callbackBeforeCreateSingleChatConversationsCommand';

/** Without the stack, which differs with each build of the server. */
const bare = ({ errCode, errMsg, errDlt = '' }: Outcome): object => ({
  errCode,
  errMsg,
  errDlt: errDlt.split(' | ->')[0]?.split('  …')[0]?.trim(),
});

const wanted = (row: Outcome, receiver: Receiver): object => {
  const { host } = new URL(receiver.url);
  return bare({ ...row, errDlt: String(row.errDlt ?? '').replaceAll('127.0.0.1:11006', host) });
};

const heardBy = (client: Client): string[] =>
  client.pushes().flatMap(({ data }) => {
    const { msgs } = decode<{ msgs: Record<string, { Msgs: { content: Uint8Array }[] }> }>(
      'PushMessages',
      Buffer.from(data ?? '', 'base64'),
    );
    return Object.values(msgs).flatMap(({ Msgs }) => Msgs.map(({ content }) => Buffer.from(content).toString()));
  });

const hears = (client: Client, words: string): boolean => heardBy(client).some((text) => text.includes(words));

/** Pushes go out one after the other, so what did not arrive before the next one never will. */
const settled = async (scene: Scene, turn: number): Promise<void> => {
  await say(scene, `marker ${turn}`);
  await patiently(() => hears(scene.two, `marker ${turn}`), 5000);
};

const opened = async ({ town }: Scene, ownerUserID: string): Promise<boolean> => {
  const { conversations } = await town.act(town.adminID, '/conversation/get_all_conversations', { ownerUserID });
  return conversations !== null;
};

/** What came of words said over the WebSocket. */
const outcome = async (scene: Scene, command: string, turn: number): Promise<Outcome> => {
  const newcomer = `new${turn}`;
  if (command === OPENED) await scene.town.settle(newcomer);
  const to = command === OPENED ? { newcomer } : command.includes('Group') ? 'group' : 'two';
  const said = await say(scene, `turn ${turn}`, to);
  assert.ok(said);
  if (said.errCode !== 0) return PUSHED.includes(command) ? { ...said, recipientGotPush: false } : said;
  await settled(scene, turn);
  if (command === OPENED) return { ...said, recvConversationCreated: await opened(scene, newcomer) };
  return PUSHED.includes(command) ? { ...said, recipientGotPush: hears(scene.two, `turn ${turn}"`) } : said;
};

const isAbout = ({ body }: Heard, turn: number): boolean =>
  body.content === undefined ||
  !String(body.content).includes('marker') ||
  String(body.content).includes(`turn ${turn}`);

const hold = async (command: string, rows: Record<string, Row>): Promise<void> => {
  await using receiver = await Receiver.open();
  await using town = await Town.open({ callbacks: { url: receiver.url, timeout: 0.3 } });
  const scene = await openScene(town);
  const isSaid = PUSHED.includes(command) || command === OPENED || command === OFFLINE;
  const trigger = TRIGGERS[command];
  let turn = 100;
  for (const [kind, row] of Object.entries(rows).sort(([kind]) => (kind === REFUSED ? 1 : -1))) {
    turn += 1;
    const reply = KINDS[kind];
    const about = turn;
    receiver.reply = (heard) =>
      heard.command === command && isAbout(heard, about) ? (reply ?? 'gone') : goodNatured(heard);
    if (kind === REFUSED) await receiver.close();
    else assert.ok(reply !== undefined, kind);
    if (isSaid && row.rest !== undefined) {
      const { errDlt: _, ...said } = row.rest;
      // Of some pushes the recorder did not wait long enough to see them arrive.
      const late = said.recipientGotPush === false && ALLOWING.includes(kind);
      const expected = late ? { ...said, recipientGotPush: true } : said;
      assert.deepEqual(await outcome(scene, command, turn), expected, kind);
    } else if (row.rest !== undefined) {
      assert.ok(trigger, command);
      assert.deepEqual(bare((await trigger(scene, turn)) as unknown as Outcome), wanted(row.rest, receiver), kind);
    }
    if (row.ws !== undefined) {
      const to = command.includes('Group') ? 'group' : 'two';
      assert.deepEqual(await say(scene, `turn ${turn}`, to), row.ws, `${kind} over the WebSocket`);
    }
    if (kind !== REFUSED)
      assert.ok(
        receiver.heard.some((heard) => heard.command === command),
        kind,
      );
  }
};

suite('what each kind of answer does', { concurrency: 4, timeout: 120_000 }, () => {
  for (const [command, rows] of Object.entries(recorded)) {
    test(`${command} is honoured as it was recorded`, () => hold(command, rows));
  }
});
