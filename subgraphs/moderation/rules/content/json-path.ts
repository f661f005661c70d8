/** Where something stands in JSON: names and places, and {@link INSIDE} where JSON stands in a string of JSON. */
export type Path = readonly (string | number)[];

export const INSIDE = '\0inside';

/** Deeper than anything that a client writes, and far from where walking through it would end the process. */
export const DEEPEST = 24;

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy with another text at a path; what is not there stays as it is. */
export function withText(value: unknown, [step, ...rest]: Path, text: string): unknown {
  if (step === undefined) return typeof value === 'string' ? text : value;
  if (step === INSIDE) {
    const inner = typeof value === 'string' ? parsed(value) : undefined;
    return inner === undefined ? value : JSON.stringify(withText(inner, rest, text));
  }
  if (Array.isArray(value)) return value.map((each, at) => (at === step ? withText(each, rest, text) : each));
  if (!isFields(value) || !Object.hasOwn(value, step)) return value;
  return { ...value, [step]: withText(value[step], rest, text) };
}

/** As people read it: `quoteMessage.textElem.content`. */
export const named = (path: Path): string => path.filter((step) => step !== INSIDE).join('.');
