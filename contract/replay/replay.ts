import { setTimeout as sleep } from 'node:timers/promises';
import jwt from 'jsonwebtoken';
import { difference } from './difference.ts';
import type { Step } from './recording.ts';
import { parseExact } from './recording.ts';

/** The server that is played against. */
export interface Target {
  apiURL: string;
  wsURL: string;
  /** Of the object store; absent where nobody knows it, and then what names the store is compared by kind. */
  storeURL?: string;
  secret: string;
}

/** Where an answer left the recording. */
export interface Disagreement {
  readonly scenario: string;
  readonly step: number;
  readonly route: string;
  /** What the step is about. */
  readonly note: string;
  /** What was got, and what was recorded. */
  readonly what: string;
}

/** What a recording does beside its calls, before the step of that number. */
export type Interludes = Readonly<Record<number, (replay: Replay) => Promise<void>>>;

interface Answer {
  status: number;
  contentType: string | null;
  headers: Headers;
  body: unknown;
}

const now = () => Math.floor(Date.now() / 1000);
const claims = { UserID: 'nobody', PlatformID: 5, exp: now() + 9999, iat: now() - 5 };

/** The tokens that a recording only describes. */
const crafted = (description: string, secret: string): string => {
  const sign = (payload: object, options: jwt.SignOptions = {}, key = secret) =>
    jwt.sign(payload, key, { algorithm: 'HS256', ...options });
  switch (description) {
    case 'expired':
      return sign({ ...claims, exp: now() - 60 });
    case 'nbf in future':
      return sign({ ...claims, nbf: now() + 3600 });
    case 'iat in future':
      return sign({ ...claims, iat: now() + 3600 });
    case 'wrong signature':
      return sign(claims, {}, 'not the secret');
    case 'alg none':
      return jwt.sign(claims, '', { algorithm: 'none' });
    case 'admin never issued':
      return sign({ ...claims, UserID: 'imAdmin', PlatformID: 10, iat: now() - 777 });
    default:
      return sign({ ...claims, iat: now() - 777 });
  }
};

const OVERSIZE: Record<string, () => unknown> = {
  '<10 MiB of x>': () => 'x'.repeat(10 * 1024 * 1024),
  '<1001 ids: x0..x1000>': () => Array.from({ length: 1001 }, (_, index) => `x${index}`),
};

/** Some texts are sent under the name of JSON. */
const readBody = (text: string): unknown => {
  try {
    return parseExact(text);
  } catch {
    return text;
  }
};

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
      value,
    );

const put = (value: unknown, path: string, replacement: unknown): void => {
  const keys = path.split('.');
  const last = keys.pop();
  const holder = keys.length === 0 ? value : at(value, keys.join('.'));
  if (last !== undefined && typeof holder === 'object' && holder !== null)
    (holder as Record<string, unknown>)[last] = replacement;
};

/** Where an answer names the store that the recording was made with, or its key or bucket. */
function storePlaces(value: unknown, path = ''): string[] {
  if (typeof value === 'string')
    return /^http:\/\/127\.0\.0\.1:10005|^root\/\d{8}\//.test(value) || path.endsWith('.formData.bucket') ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => storePlaces(inner, path === '' ? key : `${path}.${key}`));
}

/** Plays one scenario against a running server and tells where the answers leave the recording. */
export class Replay {
  readonly tokens = new Map<string, string>();
  readonly target: Target;
  private readonly bodies = new Map<number, unknown>();
  private readonly steps: readonly Step[];

  constructor(target: Target, steps: readonly Step[]) {
    this.target = target;
    this.steps = steps;
  }

  async run(interludes: Interludes = {}): Promise<Disagreement[]> {
    const found: Disagreement[] = [];
    for (const step of this.steps) {
      await interludes[step.step]?.(this);
      const what = await this.play(step);
      const { scenario, path, note = '' } = step;
      if (what !== undefined) found.push({ scenario, step: step.step, route: step.route ?? path, note, what });
    }
    return found;
  }

  /** A part of the answer to an earlier step. */
  answered(step: number, path: string): unknown {
    return at(this.bodies.get(step), path);
  }

  readonly token = (userID: string): string => this.tokens.get(`<TOKEN:${userID}>`) ?? '';

  private fill(value: unknown): unknown {
    if (typeof value === 'string') return this.fillText(value);
    if (Array.isArray(value)) return value.map((item) => this.fill(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.fill(item)]));
  }

  /** Object URLs begin with the address that was called, signed ones with the store's; a credential names its day. */
  private place(text: string): string {
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
    return text
      .replace(/^http:\/\/127\.0\.0\.1:12002(?=\/object\/)/, this.target.apiURL)
      .replace(/^http:\/\/127\.0\.0\.1:10005(?=\/openim)/, this.target.storeURL ?? '$&')
      .replace(/(?<=^root\/)\d{8}(?=\/us-east-1\/)/, day);
  }

  private fillText(text: string): unknown {
    const described = /^<JWT:(.*)>$/.exec(text)?.[1];
    if (described !== undefined) return crafted(described, this.target.secret);
    return this.tokens.get(text) ?? OVERSIZE[text]?.() ?? this.place(text);
  }

  private bodyOf(step: Step): string | undefined {
    if (step.request === undefined) return undefined;
    const raw = at(step.request, '__raw');
    if (typeof raw === 'string') return raw;
    const body = this.fill(structuredClone(step.request));
    for (const { path, from } of step.requestRefs ?? []) put(body, path, at(this.bodies.get(from.step), from.path));
    return JSON.stringify(body).replace(/"(idHash)":"(\d+)"/g, '"$1":$2');
  }

  private async call(step: Step): Promise<Answer> {
    const headers = Object.fromEntries(
      Object.entries(step.headers).map(([name, value]) => [name, String(this.fillText(value))]),
    );
    const body = this.bodyOf(step);
    const response = await fetch(this.target.apiURL + step.path, {
      method: step.method,
      redirect: 'manual',
      headers: { 'accept-encoding': 'identity', ...headers },
      ...(body !== undefined && { body: Buffer.from(body) }),
    });
    const text = await response.text();
    const contentType = response.headers.get('content-type');
    return { status: response.status, contentType, headers: response.headers, body: readBody(text) };
  }

  /** Tokens of one second are one string, so a recording that tells two apart has waited. */
  private async wait(step: Step): Promise<void> {
    const label = at(step.response, 'data.token');
    const repeated = typeof label === 'string' && label.includes('#');
    await sleep(Math.max(step.waitMs ?? 0, repeated ? 1100 : 0));
  }

  private learnTokens(step: Step, body: unknown): void {
    const label = at(step.response, 'data.token');
    const token = at(body, 'data.token');
    if (typeof label === 'string' && label.startsWith('<TOKEN:') && typeof token === 'string')
      this.tokens.set(label, token);
  }

  private async play(step: Step): Promise<string | undefined> {
    await this.wait(step);
    const answer = await this.call(step);
    this.bodies.set(step.step, answer.body);
    this.learnTokens(step, answer.body);
    if (answer.status !== step.status)
      return `status: got ${answer.status}, recorded ${step.status}; ${JSON.stringify(answer.body).slice(0, 300)}`;
    if (answer.contentType !== step.contentType)
      return `content type: got ${answer.contentType}, recorded ${step.contentType}`;
    if (
      step.location !== undefined &&
      !step.path.startsWith('/object/') &&
      answer.headers.get('location') !== step.location
    ) {
      return `location: got ${answer.headers.get('location')}, recorded ${step.location}`;
    }
    const volatile = [
      ...(step.volatile ?? []),
      ...(this.target.storeURL === undefined ? storePlaces(step.response) : []),
    ];
    return difference(answer.body, { ...step, volatile, response: this.fill(step.response) });
  }
}
