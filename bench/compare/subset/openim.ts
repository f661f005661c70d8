import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';

/** OpenIM's REST API as a service of any team would call it: one pool of connections. */
export interface OpenIM {
  post<Data>(route: string, token: string, body: object): Promise<Data>;
}

export function openOpenIM(url: string): OpenIM {
  const pool = new Pool(url, { connections: 64 });
  return {
    async post<Data>(route: string, token: string, body: object) {
      const headers = { 'content-type': 'application/json', token, operationID: randomUUID() };
      const answer = await pool.request({ method: 'POST', path: route, headers, body: JSON.stringify(body) });
      const { errCode, errMsg, data } = (await answer.body.json()) as { errCode: number; errMsg: string; data: Data };
      if (errCode !== 0) throw new TypeError(`${route}: ${errCode} ${errMsg}`);
      return data;
    },
  };
}
