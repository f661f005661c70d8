/** An answer in place of the real one. */
export interface ErrorAnswer {
  errCode: number;
  errMsg: string;
  errDlt?: string;
  /** Of HTTP; OpenIM answers most errors with 200. */
  status?: number;
}

/** Something that is to go wrong. */
export interface Fault {
  /**
   * Where: an API path (`/msg/send_msg`, `/msg/*`), `ws` for handshakes, `ws/1003` for frames of that kind (`ws/*`
   * for all), `sockets` for those that are open, `callbacks` for the queues of after-callbacks.
   */
  at: string;
  /** Waits before anything is done. */
  latencyMs?: number;
  /** Answers this, and does nothing. */
  error?: ErrorAnswer;
  /** Cuts the connection: before anything is done, or when it is done and nobody was told. */
  reset?: 'before' | 'after';
  /** Of sockets: they stay open, hear nothing and say nothing. */
  dead?: true;
  /** Of callbacks: no place is left, so senders wait and what they bring is dropped. */
  full?: true;
  /** How often it strikes before it is over; absent: until it is ended. */
  times?: number;
  /** How likely it strikes, from 0 to 1; absent: always. */
  probability?: number;
  /** Makes the chances repeatable. */
  seed?: number;
}

/** A fault that nobody could mean: which one, and what is expected. */
export class WrongFault extends Error {}

type Check = (value: unknown) => string | undefined;

const whole =
  (least: number, what: string): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least ? undefined : what;
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value) ? undefined : values.map((each) => JSON.stringify(each)).join(' or ');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isError: Check = (value) => {
  const expected = '{"errCode": a number, "errMsg": a text}, with "errDlt" and "status" if wanted';
  if (!isRecord(value)) return expected;
  const { errCode, errMsg, errDlt = '', status = 200, ...rest } = value;
  const isGood = Number.isInteger(errCode) && typeof errMsg === 'string' && typeof errDlt === 'string';
  const isStatus = Number.isInteger(status) && Number(status) >= 200 && Number(status) < 600;
  return isGood && isStatus && Object.keys(rest).length === 0 ? undefined : expected;
};

const PLACES = /^(\/[\w/*.-]*|ws|ws\/(\*|\d+)|sockets|callbacks)$/;

const CHECKS: Record<keyof Fault, Check> = {
  at: (value) =>
    typeof value === 'string' && PLACES.test(value)
      ? undefined
      : 'an API path such as "/msg/*", "ws", "ws/1003", "ws/*", "sockets" or "callbacks"',
  latencyMs: whole(0, 'a whole number of milliseconds'),
  error: isError,
  reset: oneOf('before', 'after'),
  dead: oneOf(true),
  full: oneOf(true),
  times: whole(1, 'a whole number from 1 on'),
  probability: (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? undefined : 'a number from 0 to 1'),
  seed: whole(0, 'a whole number from 0 on'),
};

const CALL_EFFECTS = ['latencyMs', 'error', 'reset'] as const;

/** Which effects have a meaning at a place. */
const effectsAt = (place: string): readonly (keyof Fault)[] => {
  if (place === 'sockets') return ['dead'];
  return place === 'callbacks' ? ['full'] : CALL_EFFECTS;
};

const readFault = (value: unknown, name: string): Fault => {
  if (!isRecord(value)) throw new WrongFault(`${name} must be an object such as {"at": "/msg/*", "latencyMs": 300}`);
  for (const [key, item] of Object.entries(value)) {
    const check = CHECKS[key as keyof Fault] as Check | undefined;
    if (check === undefined)
      throw new WrongFault(`${name} has no "${key}"; there are ${Object.keys(CHECKS).join(', ')}`);
    const expected = check(item);
    if (expected !== undefined) throw new WrongFault(`${name}.${key} must be ${expected}, not ${JSON.stringify(item)}`);
  }
  if (value.at === undefined) throw new WrongFault(`${name}.at is missing: it must be ${CHECKS.at(undefined)}`);
  const effects = effectsAt(String(value.at));
  const given = ([...CALL_EFFECTS, 'dead', 'full'] as const).filter((effect) => value[effect] !== undefined);
  if (given.length === 0 || given.some((effect) => !effects.includes(effect)))
    throw new WrongFault(`${name} must have ${effects.join(' or ')}, for that is what can happen at "${value.at}"`);
  return value as unknown as Fault;
};

/** A list of faults as JSON has it; throws a WrongFault that says what is wrong with it. */
export const readFaults = (value: unknown): Fault[] => {
  if (!Array.isArray(value)) throw new WrongFault('The body must be a list of faults; an empty one ends them all.');
  return value.map((item, index) => readFault(item, `faults[${index}]`));
};
