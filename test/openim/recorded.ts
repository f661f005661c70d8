import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Given } from './written.ts';

const ROOT = join(import.meta.dirname, '..');

/** Every content that a real OpenIM was seen to deliver: examples, and what is in its WebSocket's frames. */
export function recordedContents(): readonly Given[] {
  const found = new Map<string, Given>();
  for (const file of ['openim/data/contents.jsonl', 'recordings/content-examples.jsonl', 'recordings/ws-frames.jsonl'])
    for (const line of readFileSync(join(ROOT, file), 'utf8').split('\n').filter(Boolean))
      collect(JSON.parse(line), found);
  return [...found.values()];
}

function collect(value: unknown, found: Map<string, Given>): void {
  if (typeof value !== 'object' || value === null) return;
  const { contentType, content } = value as { contentType?: unknown; content?: unknown };
  if (typeof contentType === 'number' && typeof content === 'string')
    found.set(`${contentType} ${content}`, { contentType, content });
  for (const inner of Object.values(value)) collect(inner, found);
}
