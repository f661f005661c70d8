import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { OTP_LIMITS } from '../../subgraphs/identity/settings.ts';
import { VERIFY } from './documents.ts';
import { halfKey } from './handshake.ts';
import type { Node, Told } from './node.ts';
import { openWorld } from './world.ts';

const limits = (changed: Partial<typeof OTP_LIMITS>) => ({ otpLimits: { ...OTP_LIMITS, resend: 0, ...changed } });
const reasons = (told: readonly Told[]): (string | undefined)[] => told.map(({ reason }) => reason);
const inAboutAnHour = (time: unknown): boolean => Math.abs(Date.parse(String(time)) - Date.now() - 3_600_000) < 5_000;

const guess = (node: Node, id?: string, from?: string): Promise<Told> => {
  const device = { name: 'Test', platform: 'WEB', publicKey: halfKey().publicKey, ...(id === undefined ? {} : { id }) };
  const variables = { input: { challengeID: 'nobody', code: '000000', device } };
  return node.ask({ query: VERIFY, variables, ...(from === undefined ? {} : { from }) });
};

describe('limits of one-time codes', { concurrency: 2 }, () => {
  test('a second code to one destination is RESEND_TOO_SOON with the time of the next, on either node', async () => {
    await using world = await openWorld(limits({ resend: 60 }));
    const [node, other] = [await world.node(), await world.node()];
    const first = (await node.request('ann@example.com')).data.requestOTP;
    const { status, reason, extensions } = await other.request('ann@example.com', '198.51.100.7');
    assert.deepEqual(
      [status, reason, extensions.code, extensions.retry],
      [200, 'RESEND_TOO_SOON', 'RATE_LIMITED', true],
    );
    assert.ok(Math.abs(Date.parse(String(extensions.resendAfter)) - Date.parse(first.resendAfter)) < 2_000);
    assert.equal((await node.request('bo@example.com')).reason, undefined);
  });

  test('the next code is sent at the time that was told', async () => {
    await using world = await openWorld(limits({ resend: 1 }));
    const node = await world.node();
    const { resendAfter } = (await node.request('ann@example.com')).data.requestOTP;
    await pause(Date.parse(resendAfter) - Date.now());
    assert.equal((await node.request('ann@example.com')).reason, undefined);
  });

  test('codes to one destination are counted over both nodes, and whoever asks', async () => {
    await using world = await openWorld(limits({ destinationHour: 3 }));
    const nodes = [await world.node(), await world.node()] as const;
    const told: Told[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      told.push(await nodes[nth % 2 === 0 ? 0 : 1].request('+8613800138000', `192.0.2.${nth}`));
    }
    assert.deepEqual(reasons(told), [undefined, undefined, undefined, 'OTP_LIMIT', 'OTP_LIMIT']);
    assert.ok(inAboutAnHour(told[4]?.extensions.retryAfter));
  });

  test('the day has a limit of its own', async () => {
    await using world = await openWorld(limits({ destinationDay: 1 }));
    const node = await world.node();
    await node.request('ann@example.com');
    const { reason, extensions } = await node.request('ann@example.com');
    assert.equal(reason, 'OTP_LIMIT');
    const hours = (Date.parse(String(extensions.retryAfter)) - Date.now()) / 3_600_000;
    assert.ok(hours > 23.9 && hours < 24.1);
  });

  test('one client address asks for so many codes, to whomever; an IPv6 customer is one address', async () => {
    await using world = await openWorld(limits({ addressHour: 2 }));
    const nodes = [await world.node(), await world.node()] as const;
    const from = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:0db8:0001:0002::3', '2001:db8:1:3::1', '192.0.2.9'];
    const told: Told[] = [];
    for (const [nth, ip] of from.entries())
      told.push(await nodes[nth % 2 === 0 ? 0 : 1].request(`user${nth}@example.com`, ip));
    assert.deepEqual(reasons(told), [undefined, undefined, 'OTP_LIMIT', undefined, undefined]);
  });

  test('one device, or a client address without one, verifies so many times', async () => {
    await using world = await openWorld(limits({ deviceHour: 2 }));
    const [node, other] = [await world.node(), await world.node()];
    const told = [await guess(node, 'd1'), await guess(other, 'd1', '198.51.100.1'), await guess(node, 'd1')];
    assert.deepEqual(reasons(told), ['CODE_EXPIRED', 'CODE_EXPIRED', 'RATE_LIMITED']);
    assert.ok(inAboutAnHour(told[2]?.extensions.retryAfter));
    const nameless = [await guess(node), await guess(other), await guess(node), await guess(node, 'd2')];
    assert.deepEqual(reasons(nameless), ['CODE_EXPIRED', 'CODE_EXPIRED', 'RATE_LIMITED', 'CODE_EXPIRED']);
  });

  test('limits go on where they stood on this node while the store is away', async () => {
    await using world = await openWorld(limits({ resend: 60, destinationHour: 3 }));
    const node = await world.node();
    assert.equal((await node.request('ann@example.com')).reason, undefined);
    world.store.up = false;
    assert.equal((await node.request('ann@example.com')).reason, 'RESEND_TOO_SOON');
    assert.equal((await node.request('bo@example.com')).reason, undefined);
    assert.equal((await node.request('bo@example.com')).reason, 'RESEND_TOO_SOON');
  });
});
