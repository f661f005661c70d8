import { parseBody } from '../binding/go-json.ts';
import { BadBody, TypeMismatch } from '../binding/mismatch.ts';
import type { Infer, Shape, Struct } from '../binding/shape.ts';
import { int32, message, string } from '../binding/shape.ts';
import { Refusal } from '../refusal.ts';

const VERDICT = { actionCode: int32, errCode: int32, errMsg: string, errDlt: string, nextCode: int32 };
type Verdict = { [K in keyof typeof VERDICT]: Infer<(typeof VERDICT)[K]> };

export type AnswerShape<T> = Struct<T & Verdict>;

const HANDLED = 0;
const STOP = 1;

/** An answer's Go struct: the fields that may change something, beside the verdict. */
export const answerShape = <F extends Record<string, Shape<unknown>>>(
  goName: string,
  fields: F,
): AnswerShape<{ [K in keyof F]: Infer<F[K]> }> =>
  message(
    `callbackstruct.${goName}`,
    { ...fields, ...VERDICT },
    { as: 'CommonCallbackResp', fields: Object.keys(VERDICT) },
  ) as unknown as AnswerShape<{ [K in keyof F]: Infer<F[K]> }>;

const decode = <T>(shape: AnswerShape<T>, text: string): T & Verdict => {
  try {
    const json = parseBody(text);
    return (json === null ? null : shape.decode(json)) ?? shape.blank();
  } catch (thrown) {
    if (!(thrown instanceof BadBody || thrown instanceof TypeMismatch)) throw thrown;
    throw new Refusal('DataError', `${thrown.goText} response format error`);
  }
};

/** Only the body counts, whatever the status. It denies with both codes at once, and with nothing less. */
export const readAnswer = <T>(shape: AnswerShape<T>, text: string): T => {
  const answer = decode(shape, text);
  if (answer.actionCode === HANDLED && answer.nextCode === STOP)
    throw new Refusal(answer.errCode, answer.errDlt, answer.errMsg);
  return answer;
};
