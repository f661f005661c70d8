import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { priorityOf, rankOf, trustOf, weightOf } from '../../subgraphs/moderation/cases/priority.ts';
import { consequenceOf } from '../../subgraphs/moderation/strikes/consequence.ts';

const NOW = new Date('2026-06-01T12:00:00.000Z');
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);
const priority = (worst: number, { voices = 0.5, reach = 1, hours = 0 } = {}): number =>
  priorityOf(rankOf({ worst, voices, reach }, ago(hours)), NOW.getTime());

describe('the priority of a case', () => {
  test('is the worst reason, raised by voices, by reach and by the hours that it waits', () => {
    assert.equal(priority(30, { voices: 0 }), 30);
    assert.equal(priority(30, { voices: 1 }), 40);
    assert.equal(priority(30, { voices: 3 }), 50);
    assert.equal(priority(30, { voices: 0, reach: 1_000 }), 45);
    assert.equal(priority(30, { voices: 0, hours: 40 }), 40);
  });

  test('believes newcomers, and less and less who was mostly wrong', () => {
    assert.equal(weightOf('SPAM', trustOf({ acted: 0, notActed: 0 })), 30);
    assert.equal(weightOf('SPAM', trustOf({ acted: 9, notActed: 0 })), 30);
    const [once, often] = [1, 20].map((notActed) => weightOf('SELF_HARM', trustOf({ acted: 0, notActed })));
    assert.ok(once !== undefined && often !== undefined && often < once && once < 90);
    assert.ok(often > 40, 'who cries wolf is still heard');
  });

  test('keeps the order of two cases while they wait', () => {
    const [old, fresh] = [
      rankOf({ worst: 20, voices: 0, reach: 1 }, ago(100)),
      rankOf({ worst: 50, voices: 0, reach: 1 }, NOW),
    ];
    for (const later of [0, 1_000, 100_000]) {
      const at = NOW.getTime() + later * 3_600_000;
      assert.ok(priorityOf(fresh, at) > priorityOf(old, at));
    }
    assert.ok(
      rankOf({ worst: 20, voices: 0, reach: 1 }, ago(121)) > fresh,
      'and whatever waits long enough comes first',
    );
  });
});

describe('strikes', () => {
  const rules = [
    { strikes: 3, consequence: 'MUTE_MEMBER', hours: 24 },
    { strikes: 5, consequence: 'BAN_USER', hours: 168 },
  ] as const;
  const kind = (count: number, inGroup = true) => consequenceOf({ count, inGroup }, rules, NOW)?.kind ?? null;

  test('lead to the gravest rule that they reach, each time', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6].map((count) => kind(count)),
      [null, null, 'MUTE_MEMBER', 'MUTE_MEMBER', 'BAN_USER', 'BAN_USER'],
    );
    assert.deepEqual(
      consequenceOf({ count: 3, inGroup: true }, rules, NOW)?.until,
      new Date('2026-06-02T12:00:00.000Z'),
    );
  });

  test('mute nobody where there is no group', () => {
    assert.deepEqual([kind(3, false), kind(5, false)], [null, 'BAN_USER']);
  });
});
