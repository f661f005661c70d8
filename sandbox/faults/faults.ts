import type { ErrorAnswer, Fault } from './spec.ts';
import { readFaults } from './spec.ts';

/** What strikes a call. */
export interface Struck {
  latencyMs: number;
  error?: ErrorAnswer;
  reset?: 'before' | 'after';
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
const chances = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface Armed {
  fault: Fault;
  pattern: RegExp;
  struck: number;
  chance: () => number;
}

const patternOf = (place: string): RegExp =>
  new RegExp(`^${place.replace(/[.]/g, '\\.').replaceAll('*', place.startsWith('/') ? '.*' : '\\d+')}$`);

const arm = (fault: Fault): Armed => ({
  fault,
  pattern: patternOf(fault.at),
  struck: 0,
  chance: chances(fault.seed ?? 1),
});

const strikes = (armed: Armed): boolean => {
  const { times = Number.POSITIVE_INFINITY, probability = 1 } = armed.fault;
  if (armed.struck >= times || armed.chance() >= probability) return false;
  armed.struck += 1;
  return true;
};

/** What is to go wrong, and how often it did. Nothing, until somebody says so. */
export class Faults {
  private armed: Armed[] = [];

  /** Replaces all faults; an empty list ends them. Throws a WrongFault that says what is wrong. */
  set(faults: readonly Fault[]): void {
    this.armed = readFaults(faults).map(arm);
  }

  /** Beside those that are there already. */
  add(...faults: readonly Fault[]): void {
    this.armed = [...this.armed, ...readFaults(faults).map(arm)];
  }

  /** Ends those of one place. */
  end(place: string): void {
    this.armed = this.armed.filter(({ fault }) => fault.at !== place);
  }

  list(): (Fault & { struck: number })[] {
    return this.armed.map(({ fault, struck }) => ({ ...fault, struck }));
  }

  /** Waits add up; of errors and cuts the first one counts. */
  strike(place: string): Struck | undefined {
    if (this.armed.length === 0) return undefined;
    const hits = this.armed.filter((armed) => armed.pattern.test(place) && strikes(armed)).map(({ fault }) => fault);
    if (hits.length === 0) return undefined;
    const [error, reset] = [hits.find((hit) => hit.error)?.error, hits.find((hit) => hit.reset)?.reset];
    const latencyMs = hits.reduce((sum, hit) => sum + (hit.latencyMs ?? 0), 0);
    return { latencyMs, ...(error && { error }), ...(reset && { reset }) };
  }

  get areSocketsDead(): boolean {
    return this.armed.some(({ fault }) => fault.dead);
  }

  get areQueuesFull(): boolean {
    return this.armed.some(({ fault }) => fault.full);
  }
}
