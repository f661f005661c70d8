import type { FloodCondition, RepeatCondition } from '../rule.ts';
import { isWord } from '../text/reading.ts';
import { HOLDS, type Subject, type Test } from './subject.ts';
import { digestOf, type Tally } from './tally.ts';

/** Which condition of which rule counts: each has numbers of its own, which go on through its versions. */
export interface Counter {
  readonly tally: Tally;
  readonly name: string;
}

const sideOf = (saved: boolean): string => (saved ? 'saved\n' : '');

export function floodTest({ moreThan, seconds, by }: FloodCondition, { tally, name }: Counter): Test {
  return ({ happening: { userID, conversation, at, key, saved } }) => {
    const whose = { USER: userID, USER_IN_CONVERSATION: `${userID}\n${conversation}`, CONVERSATION: conversation }[by];
    const seen = { key: `${sideOf(saved)}${name}\n${whose}`, one: key, at };
    return tally.count(seen, { ms: seconds * 1000, most: moreThan + 1 }) > moreThan ? HOLDS : null;
  };
}

/** Shorter texts ("ok", "yes") are said again and again by everybody. */
const SHORTEST = 8;

export function repeatTest({ moreThan, seconds, by }: RepeatCondition, { tally, name }: Counter): Test {
  return (subject) => {
    const said = saidIn(subject);
    if (said === null) return null;
    const { userID, at, key, saved } = subject.happening;
    const what = `${sideOf(saved)}${name}\n${said}`;
    const seen = by === 'ONE_USER' ? { key: `${what}\n${userID}`, one: key, at } : { key: what, one: `${userID}`, at };
    return tally.count(seen, { ms: seconds * 1000, most: moreThan + 1 }) > moreThan ? HOLDS : null;
  };
}

function saidIn({ texts }: Subject): string | null {
  const units = texts.flatMap(({ read }) => read.folded.units.filter(isWord));
  return units.length < SHORTEST ? null : digestOf(units);
}
