import { readFileSync } from 'node:fs';

export const SECRET = 'path-of-openim-0001';
export const PASSWORD = 'password-of-openim-0001';

export interface Recorded {
  readonly command: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a real OpenIM sent. */
export const recorded: readonly Recorded[] = readFileSync(
  new URL('../recordings/callbacks.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

export interface Letter {
  readonly command: string;
  readonly body: string | Uint8Array;
  readonly secret?: string;
  /** Of the Basic credentials; null: none are sent. */
  readonly password?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

/** Posts a callback the way OpenIM does. */
export async function post(url: string, letter: Letter) {
  const { command, body, secret = SECRET, password = PASSWORD, headers = {}, method = 'POST' } = letter;
  const credentials = Buffer.from(`openim:${password}`).toString('base64');
  const authorization: Record<string, string> = password === null ? {} : { authorization: `Basic ${credentials}` };
  const answer = await fetch(`${url}/webhooks/openim/${secret}/${command}`, {
    method,
    headers: { 'content-type': 'application/json; charset=utf-8', operationid: 'op-1', ...authorization, ...headers },
    ...(method === 'POST' ? { body: body as string } : {}),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: JSON.parse(text) as Record<string, unknown> };
}

export const letterOf = ({ command, headers, body }: Recorded): Letter => ({
  command,
  body: `${JSON.stringify(body)}\n`,
  headers: { operationid: headers.operationid ?? '' },
});
