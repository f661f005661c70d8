/**
 * What a stream of server-sent events tells under `next` (graphql-sse's protocol). Returns whether it was ended by
 * `complete`; else the connection was cut.
 */
export async function* eventsOf(response: Response): AsyncGenerator<unknown, boolean> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) return false;
      text += decoder.decode(value, { stream: true });
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const { event, data } = fieldsOf(message);
        if (event === 'complete') return true;
        if (event === 'next' && data !== undefined) yield JSON.parse(data);
      }
    }
  } finally {
    // Whoever stops listening ends the stream.
    await reader?.cancel();
  }
}

/** `name: value`, line by line; a line that begins with a colon only says that the stream is alive. */
const fieldsOf = (message: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    message.split('\n').map((line) => {
      const at = line.indexOf(': ');
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 2)];
    }),
  );
