/** What OpenIM gets. */
export interface WebhookAnswer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
}

/** One callback, as it came. */
export interface WebhookLetter {
  /** The last segment of the path. */
  readonly command: string;
  readonly operationID: string;
  readonly bytes: Uint8Array;
  /** `performance.now()` when it came. */
  readonly arrived: number;
}

/** Where OpenIM posts its callbacks. */
export interface WebhookDoor {
  /** Whether this may be OpenIM, by the head of the request alone; takes as long for a wrong guess as for another. */
  admits(head: { readonly secret: string; readonly authorization: string | undefined; readonly ip: string }): boolean;
  receive(letter: WebhookLetter): Promise<WebhookAnswer>;
}

/** One callback that was answered. */
export interface CallbackSeen {
  /** Of OpenIM's names, or `unknown`. */
  readonly command: string;
  /** `passed`, `refused`, `masked`, `kept`, `told` (nothing worth keeping), `aside`, `unknown`, `lost` (not kept). */
  readonly outcome: string;
  readonly seconds: number;
}
