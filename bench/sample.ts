import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** ms from the first byte sent to the last one received, over a connection that is kept. Rejects for what is refused. */
export function time({ url, headers, body }: Asked): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const began = performance.now();
  const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      const ms = performance.now() - began;
      const text = Buffer.concat(chunks).toString();
      if (answer.statusCode === 200 && text.startsWith('{"errCode":0,')) resolve(ms);
      else reject(new TypeError(`${url} answered ${answer.statusCode}: ${text}`));
    });
  });
  asked.on('error', reject);
  asked.end(body);
  return promise;
}

/** The value that this share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
