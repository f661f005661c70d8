/** What a code's message says, by language; `{code}` and `{minutes}` are filled in. */
const TEXTS: Readonly<Record<string, { readonly subject: string; readonly text: string }>> = {
  en: {
    subject: 'Your sign-in code',
    text: 'Your sign-in code is {code}. It is good for {minutes} minutes. Nobody of ours will ever ask you for it.',
  },
  zh: { subject: '登录验证码', text: '您的登录验证码是 {code}，{minutes} 分钟内有效。请勿告诉任何人。' },
};

const MINUTES = 5;

/** In the reader's language (BCP 47), else in English. */
export function codeMessage(code: string, language: string): { subject: string; text: string } {
  const { subject, text } =
    TEXTS[language.split('-')[0]?.toLowerCase() ?? ''] ?? (TEXTS.en as { subject: string; text: string });
  return { subject, text: text.replace('{code}', code).replace('{minutes}', String(MINUTES)) };
}
