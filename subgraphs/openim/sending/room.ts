import { badInput } from '../../kit/fault.ts';

/** Bytes of content, as JSON in UTF-8: OpenIM's WebSocket takes little more. */
const MOST_CONTENT = 32 * 1024;

/** Throws for content that is too long, before anybody is asked about it. */
export function checkRoom(content: unknown): void {
  if (Buffer.byteLength(JSON.stringify(content)) > MOST_CONTENT)
    throw badInput('input.content', `at most ${MOST_CONTENT} bytes are expected`);
}
