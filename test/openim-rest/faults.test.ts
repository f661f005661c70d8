import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { FaultCode } from '../../subgraphs/kit/fault-row.ts';
import { UpstreamFault } from '../../subgraphs/openim/rest/faults.ts';
import { admin, answer, openDouble, refusal, user } from './double.ts';
import { isRefusal, RECORDED } from './recordings.ts';

interface Code {
  readonly code: number;
  readonly name: string;
  readonly category: string;
  readonly httpStatus: number;
  readonly retriable: boolean;
}

const CODES = JSON.parse(readFileSync(new URL('data/codes.json', import.meta.url), 'utf8')) as Code[];
/** What OpenIM's 500 may turn out to be, by its text. */
const OF_500 = ['NOT_FOUND', 'CONFLICT', 'BAD_USER_INPUT', 'UPSTREAM_ERROR'];

/** A code, or an exchange, as our client sees it when OpenIM answers so to a user's write. */
async function seenBy(call: ReturnType<typeof user>, body: unknown, status = 200): Promise<UpstreamFault> {
  await using double = await openDouble();
  double.behave((_, response) => answer(response, body, status));
  const error = await double
    .openim()
    .users.change({ userID: 'ann' }, call)
    .catch((thrown: unknown) => thrown);
  assert.ok(error instanceof UpstreamFault || (error as { reason?: string }).reason === 'IM_TOKEN_KICKED');
  return error as UpstreamFault;
}

const codeOf = (error: UpstreamFault): FaultCode => error.extensions.code as FaultCode;

test('every code of OpenIM is the failure that its category says', async () => {
  for (const { code, name, category, httpStatus, retriable } of CODES) {
    const error = await seenBy(user('ann'), refusal(code, name), httpStatus);
    const expected = category === 'UPSTREAM' ? (retriable ? 'UPSTREAM_UNAVAILABLE' : 'UPSTREAM_ERROR') : category;
    assert.equal(codeOf(error), expected, `${code} ${name}`);
  }
});

test('every refusal that was ever recorded is a failure of its category, and tells nothing of the inside', async () => {
  const seen = new Set<string>();
  for (const { status, response, route, scenario } of RECORDED.filter(isRefusal)) {
    const key = JSON.stringify(response);
    if (seen.has(key)) continue;
    seen.add(key);
    const error = await seenBy(user('ann'), response, status);
    const { category } = CODES.find(({ code }) => code === response.errCode) ?? { category: 'UPSTREAM' };
    const where = `${scenario} ${route} ${key}`;
    if (response.errCode === 500) assert.ok(OF_500.includes(codeOf(error)), where);
    else if (codeOf(error) !== 'UPSTREAM_ERROR' && response.errCode !== 1001)
      assert.equal(codeOf(error), category, where);
    assert.doesNotMatch(JSON.stringify(error), / \| -> |\.go:|GO STACK|imAdmin|127\.0\.0\.1/, where);
    if (error.extensions.openim)
      assert.equal((error.extensions.openim as { errDlt?: string }).errDlt, undefined, where);
  }
  assert.ok(seen.size > 150);
});

for (const [code, text, reason, what] of [
  [500, 'mongo: no documents in result', 'NOT_FOUND', 'What this is about'],
  [500, 'bulk write exception: write errors: [E11000 duplicate key error …]', 'ALREADY_SO'],
  [500, "Key: 'TextElem.Content' Error:Field validation for 'Content' failed on the 'required' tag", 'INPUT_REFUSED'],
  [500, 'rpc error: code = Unimplemented desc = method not implemented', 'UPSTREAM_ERROR'],
  [500, 'dial tcp 10.0.0.7:27017: connect: connection refused', 'UPSTREAM_ERROR'],
  [1001, 'message is not sent', 'NOT_RECEIVED'],
  [1001, 'the friend request has been processed', 'ALREADY_HANDLED'],
  [1001, 'header must have operationID', 'UPSTREAM_ERROR'],
  [1002, 'op user not in group', 'NOT_A_MEMBER'],
  [1002, 'user ann is not admin userID', 'UPSTREAM_ERROR'],
  [1004, 'user not found', 'NOT_FOUND', 'The user'],
  [1004, 'group tea owner not found', 'NOT_FOUND', 'The group'],
  [1004, 'conversation not found', 'NOT_FOUND', 'The conversation'],
  [424_242, 'something new', 'UPSTREAM_ERROR'],
] as const)
  test(`${code} "${text.slice(0, 40)}" is ${reason}`, async () => {
    const error = await seenBy(user('ann'), refusal(code, 'Error', text));
    assert.equal(error.reason, reason);
    assert.equal(error.extensions.what, what);
    assert.equal(error.outcome, 'refused');
  });

test("a refusal of the admin's own token is our trouble, not the user's", async () => {
  for (const code of [1501, 1503, 1505, 1506, 1507])
    assert.equal((await seenBy(admin(), refusal(code))).reason, 'UPSTREAM_ERROR');
});

test('a refusal names the call, and its details only outside production', async () => {
  await using double = await openDouble();
  const text = 'Post "http://hookuser:secret@10.1.2.3:11006/hook/PATH": dial tcp 10.1.2.3:11006 in /src/pkg/http.go:12';
  double.behave((_, response) => answer(response, refusal(90_004, 'NetworkError | -> /src/a.go:1', text)));
  const shown = async (production: boolean) => {
    const error = (await double
      .openim({ production })
      .users.byIDs([], user('ann'))
      .catch((e: unknown) => e)) as UpstreamFault;
    const operationID = double.asked.at(-1)?.headers.operationid;
    assert.equal(error.extensions.operationID, operationID);
    return error.extensions.openim as Record<string, unknown>;
  };
  const { operationID, ...inProduction } = await shown(true);
  assert.match(String(operationID), /^[0-9a-f-]{36}$/);
  assert.deepEqual(inProduction, { errCode: 90_004, errMsg: 'NetworkError' });
  const { errDlt } = await shown(false);
  assert.match(String(errDlt), /^Post/);
  assert.doesNotMatch(String(errDlt), /secret|10\.1\.2\.3|hook|\.go/);
});
