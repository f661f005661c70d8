import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { INSIDE } from '../../contract/fields.ts';
import { close, listen } from '../openim-rest/double.ts';
import { argumentsFor, certificate, openTwisted, startCertificate, type Twist } from './twisted.ts';

const AREAS = 'auth user friend group conversation msg third statistics errors websocket graphql'.split(' ');

/** Changes the answers of one route, as the parsed JSON that they are. */
const twisting =
  (route: string, change: (answer: never) => void): Twist =>
  (asked, text) => {
    if (asked !== route) return text;
    const answer = JSON.parse(text) as never;
    change(answer);
    return JSON.stringify(answer);
  };

suite('the certificate', { concurrency: 2 }, () => {
  test('of an OpenIM that does as recorded is clean in every area, asks nothing that could harm, and cleans up', async () => {
    await using openim = await openTwisted();
    const { status, said } = await certificate(...argumentsFor(openim));
    assert.equal(status, 0, said);
    for (const area of AREAS) {
      const [, agree, asked] = new RegExp(`^${area} +(\\d+) of +(\\d+) agree$`, 'm').exec(said) ?? [];
      assert.ok(Number(asked) > 0, said);
      assert.equal(agree, asked);
    }
    assert.match(said, /Nothing differs/);
    assert.doesNotMatch(said, /once only/);
    assert.match(said, /left behind:\n {2}\d+ users/);
    for (const { route, body } of openim.asked) {
      assert.doesNotMatch(route, /^\/(config|restart|prometheus_discovery)|\/delete_msg_physical$/);
      assert.doesNotMatch(body, /"isSendAll":true/);
      if (route === '/auth/force_logout') assert.doesNotMatch(body, /imAdmin/);
    }
    const ended = (route: string) => openim.asked.filter((each) => each.route === route).length;
    for (const route of ['/group/dismiss_group', '/friend/delete_friend', '/msg/user_clear_all_msg'])
      assert.ok(ended(route) > 10, `${route}: ${ended(route)}`);
  });

  const twists: readonly (readonly [string, string, string, Twist, RegExp, string])[] = [
    [
      ...(['another text', 'friend', '/friend/get_friend_list'] as const),
      twisting('/friend/get_friend_list', ({ data }: { data?: { friendsInfo?: { remark: string }[] | null } }) => {
        for (const friend of data?.friendsInfo ?? []) friend.remark += '!';
      }),
      /remark: got "[^"]*!"/,
      'Query.friends',
    ],
    [
      ...(['another error code', 'group', '/group/quit_group'] as const),
      twisting('/group/quit_group', (answer: { errCode: number }) => {
        if (answer.errCode === 1002) answer.errCode = 1001;
      }),
      /errCode: got 1001, recorded 1002/,
      'Mutation.leaveGroup',
    ],
    [
      ...(['a list where nothing was', 'conversation', '/conversation/get_incremental_conversations'] as const),
      twisting('/conversation/get_incremental_conversations', ({ data }: { data?: { delete: unknown } }) => {
        if (data && data.delete === null) data.delete = [];
      }),
      /delete: got \[\], recorded null/,
      'Query.conversationChanges',
    ],
  ];
  for (const [name, area, route, twist, difference, field] of twists)
    test(`tells ${name}, of which route it is, and what it touches`, async () => {
      await using openim = await openTwisted(twist);
      const { status, said } = await certificate(...argumentsFor(openim, '--only', area, '--json'));
      assert.equal(status, 1, said);
      const { areas } = JSON.parse(said) as { areas: { findings: Finding[] }[] };
      const findings = areas.flatMap((each) => each.findings);
      assert.ok(findings.length > 0);
      assert.deepEqual([...new Set(findings.map((each) => each.route))], [route]);
      assert.match(findings[0]?.what ?? '', difference);
      assert.ok(findings[0]?.fields.includes(field), said);
    });

  test('tells what the gateway cannot do any more', async () => {
    const twist = twisting('/msg/revoke_msg', (answer: { errCode: number; errMsg: string }) => {
      Object.assign(answer, { errCode: 1001, errMsg: 'ArgsError' });
    });
    await using openim = await openTwisted(twist);
    const { status, said } = await certificate(...argumentsFor(openim, '--only', 'graphql'));
    assert.equal(status, 1, said);
    assert.match(said, /^ {2}a message is taken back$/m);
    assert.match(said, /touches: Mutation\.revokeMessage/);
    assert.match(said, /^graphql +7 of +8 agree$/m);
  });

  test('that is broken off takes away what it made all the same', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    await using openim = await openTwisted((route, text) => {
      if (route === '/group/create_group') begin();
      return text;
    });
    const run = startCertificate(...argumentsFor(openim, '--only', 'group'));
    await begun;
    run.stop();
    const { status, said } = await run.ended;
    assert.equal(status, 2, said);
    assert.match(said, /^Broken off; what was made is taken away\.$/m);
    const registered = openim.asked
      .filter(({ route }) => route === '/user/user_register')
      .flatMap(({ body }) => (JSON.parse(body) as { users: { userID: string }[] }).users.map(({ userID }) => userID));
    const loggedOut = openim.asked.filter(({ route }) => route === '/auth/force_logout').map(({ body }) => body);
    assert.ok(registered.length > 0);
    for (const id of registered)
      assert.ok(
        loggedOut.some((body) => body.includes(`"${id}"`)),
        id,
      );
  });

  test('cannot be made without an OpenIM, its secret, or the right words, and says which', async () => {
    await using openim = await openTwisted();
    const nowhere = await closedPort();
    for (const [args, sentence] of [
      [
        ['--api', `http://${nowhere}`, '--ws', openim.wsURL, '--secret', 's'],
        /^No OpenIM answers at http\S+: ECONNREFUSED/,
      ],
      [
        ['--api', openim.apiURL, '--ws', `ws://${nowhere}`, '--secret', openim.secret],
        /^No WebSocket of OpenIM answers/,
      ],
      [['--api', openim.apiURL, '--ws', openim.wsURL, '--secret', 'guess'], /refuses --secret for the admin imAdmin/],
      [argumentsFor(openim, '--admin', 'nobody'), /refuses --secret for the admin nobody/],
      [argumentsFor(openim, '--only', 'everything'), /^--only: one of auth, user/],
      [['--api', 'openim:10002'], /^--secret: /],
      [argumentsFor(openim, '--what'), /--what/],
    ] as const) {
      const { status, said } = await certificate(...args);
      assert.equal(status, 2, said);
      assert.match(said, sentence);
      assert.doesNotMatch(said, /\n {4}at /);
    }
  });
});

test('every field that stands on a route which we ask by ourselves is one of the API', () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/api.graphql'), 'utf8'), {
    assumeValidSDL: true,
  });
  for (const [route, fields] of Object.entries(INSIDE))
    for (const coordinate of fields) {
      const [name = '', field = ''] = coordinate.split('.');
      const type = schema.getType(name);
      assert.ok(isObjectType(type) || isInterfaceType(type), `${route}: ${coordinate}`);
      assert.ok(type.getFields()[field] !== undefined, `${route}: ${coordinate}`);
    }
});

/** Where nobody listens any more. */
async function closedPort(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await close(server);
  return new URL(url).host;
}

interface Finding {
  readonly route: string | null;
  readonly what: string;
  readonly fields: readonly string[];
}
