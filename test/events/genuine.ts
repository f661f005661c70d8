import { globSync, readFileSync } from 'node:fs';
import type { Suspect } from '../../subgraphs/openim/rest/forgery.ts';

type Row = Record<string, unknown>;

/** Every message of OpenIM's own in our recordings of a real one. */
export function genuine(): Suspect[] {
  const files = [...globSync('contract/exchanges/*.jsonl'), 'test/recordings/ws-frames.jsonl'];
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  return lines.flatMap((line) => messagesIn(JSON.parse(line))).map(suspectOf);
}

function messagesIn(value: unknown): Row[] {
  if (Array.isArray(value)) return value.flatMap(messagesIn);
  if (typeof value !== 'object' || value === null) return [];
  const row = value as Row;
  const isNotice =
    typeof row.contentType === 'number' && row.contentType >= 1_000 && typeof row.serverMsgID === 'string';
  if (isNotice && typeof row.content === 'string' && row.msgFrom !== undefined) return [row];
  return Object.values(row).flatMap(messagesIn);
}

/** The WebSocket leaves out what is zero, REST pulls have the content in base64. */
function suspectOf(row: Row): Suspect {
  const content = String(row.content);
  return {
    ...{ seq: 0, sendID: '', groupID: '', clientMsgID: '', senderPlatformID: 0, sessionType: 0, msgFrom: 0 },
    ...(row as unknown as Suspect),
    content: content.startsWith('{') ? content : Buffer.from(content, 'base64').toString('utf8'),
  };
}
