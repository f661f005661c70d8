/** For routes that read a text as a regular expression: one that finds the text itself. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The same, whatever the case. */
export const inAnyCase = (text: string): string => `(?i:${literally(text)})`;
