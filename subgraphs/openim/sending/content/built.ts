/** Content as OpenIM takes it. */
export interface Built {
  readonly contentType: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** OpenIM's contentTypes that its REST route sends. */
export const TYPES = {
  text: 101,
  picture: 102,
  sound: 103,
  video: 104,
  file: 105,
  at: 106,
  custom: 110,
  quote: 114,
  markdown: 118,
} as const;
