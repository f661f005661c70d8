/**
 * What travels inside content that we sent and other clients pass over: OpenIM keeps keys that it does not know.
 * `sentAs` the sender's clientMsgID. `unknown` the fields that OpenIM demands and nobody knew: they are sent as 1 or as
 * another file's address, and read back as null.
 */
export interface Marks {
  readonly sentAs?: string;
  readonly unknown?: readonly UnknownField[];
}

export type UnknownField = 'mimeType' | 'size' | 'width' | 'height' | 'duration' | 'snapshot';

/**
 * Kinds of content that OpenIM's REST does not send travel as custom messages, with one of these in `extension`: other
 * clients see a custom message, this API reads the kind that was meant.
 */
export const CARRIED = { card: 'openim-graphql/card', location: 'openim-graphql/location' } as const;
export const CARRIED_PREFIX = 'openim-graphql/';
