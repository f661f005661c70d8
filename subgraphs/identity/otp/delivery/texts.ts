import ours from './texts.json' with { type: 'json' };

/** What a message is for. */
export type Purpose = keyof typeof ours.en;

export interface Text {
  readonly subject: string;
  readonly text: string;
}

/** By language (BCP 47, its first part) and purpose; `{code}` and `{minutes}` are filled in. */
export type Texts = Readonly<Record<string, { readonly [purpose in Purpose]?: Text | undefined }>>;

const MINUTES = 5;

/** In the reader's language, else in English; an operator's own words before ours. */
export function textOf(own: Texts, { purpose, language, code }: Wanted): Text {
  const spoken = language.split('-')[0]?.toLowerCase() ?? '';
  const theirs: Texts = ours;
  const { subject, text } =
    own[spoken]?.[purpose] ?? theirs[spoken]?.[purpose] ?? own.en?.[purpose] ?? ours.en[purpose];
  return { subject, text: text.replaceAll('{code}', code).replaceAll('{minutes}', String(MINUTES)) };
}

export interface Wanted {
  readonly purpose: Purpose;
  readonly language: string;
  /** Empty where the message tells no code. */
  readonly code: string;
}
