/** An HTTP request that somebody in this process made with `fetch`, as the SDK does. */
export interface Call {
  readonly method: string;
  readonly url: string;
}

export interface Recorder {
  readonly calls: readonly Call[];
  /** Resolves when no call is under way. */
  quiet(): Promise<void>;
  stop(): void;
}

/** Writes down whom `fetch` calls from now on, and changes nothing of it. */
export function recordCalls(): Recorder {
  const calls: Call[] = [];
  const underWay = new Set<Promise<unknown>>();
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    calls.push({ url: input instanceof Request ? input.url : String(input), method: init?.method ?? 'GET' });
    const answered = fetch(input, init);
    underWay.add(answered);
    answered.catch(() => undefined).finally(() => underWay.delete(answered));
    return answered;
  };
  return {
    calls,
    quiet: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    stop: () => {
      globalThis.fetch = fetch;
    },
  };
}

/** What browsers have and Node has not; the SDK reads the files that it uploads with it. */
export class FileReader {
  onload: ((event: { target: { result: ArrayBuffer } }) => void) | null = null;
  onerror: ((error: unknown) => void) | null = null;

  readAsArrayBuffer(blob: Blob): void {
    blob.arrayBuffer().then(
      (result) => this.onload?.({ target: { result } }),
      (error: unknown) => this.onerror?.(error),
    );
  }
}
