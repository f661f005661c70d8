/**
 * What nearly every client writes, read by one expression each: one member, texts without escapes, whole numbers, no
 * spaces but one between two components. All else is left to a parser of structured fields (RFC 8941), which costs ten
 * times as much; both say the same of what both read.
 */
const LABEL = '[a-z*][a-z0-9_.*-]*';
const TEXT = '"[ !#-\\[\\]-~]*"';
const PARAMETER = `;(${LABEL})=(${TEXT}|0|[1-9]\\d{0,14})`;
const INPUT = new RegExp(`^(${LABEL})=(\\(((?:${TEXT}(?: ${TEXT})*)?)\\)((?:${PARAMETER})*))$`);
const BYTES = new RegExp(`^(${LABEL})=:((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?):$`);
const EACH_TEXT = new RegExp(TEXT, 'g');
const EACH_PARAMETER = new RegExp(PARAMETER, 'g');

/** A `Signature-Input` of one signature. */
export interface UsualInput {
  readonly label: string;
  readonly components: readonly string[];
  readonly parameters: ReadonlyMap<string, string | number>;
  /** The list with its parameters, as it was written and as a serialiser would write it. */
  readonly text: string;
}

const unquoted = (text: string): string => text.slice(1, -1);

/** Null for any other form, and for parameters that are there twice. */
export function usualInput(header: string): UsualInput | null {
  const [, label = '', text = '', items = '', tail = ''] = INPUT.exec(header) ?? [];
  if (label === '') return null;
  const written = [...tail.matchAll(EACH_PARAMETER)].map(([, name = '', value = '']): [string, string | number] => [
    name,
    value.startsWith('"') ? unquoted(value) : Number(value),
  ]);
  const parameters = new Map(written);
  if (parameters.size < written.length) return null;
  return { label, components: (items.match(EACH_TEXT) ?? []).map(unquoted), parameters, text };
}

/** The byte sequence under a label, where the header holds nothing else; null for any other form. */
export function usualBytes(header: string, label: string): Uint8Array | null {
  const [, name, text = ''] = BYTES.exec(header) ?? [];
  return name === label ? Buffer.from(text, 'base64') : null;
}
