/**
 * Fields of a file that OpenIM demands and nobody knew: they are sent as 1, or as another file's address, and named in
 * the content's `unknown`, so that they are read back as null. Other clients pass over keys that they do not know.
 */
export type UnknownField = 'mimeType' | 'size' | 'width' | 'height' | 'duration' | 'snapshot';

/**
 * Kinds of content that OpenIM's REST does not send travel as custom messages, with one of these in `extension`: other
 * clients see a custom message, this API reads the kind that was meant.
 */
export const CARRIED = {
  card: 'openim-graphql/card',
  location: 'openim-graphql/location',
  merger: 'openim-graphql/merger',
  sticker: 'openim-graphql/sticker',
} as const;
/** No application may begin its own `extension` so. */
export const CARRIED_PREFIX = 'openim-graphql/';
