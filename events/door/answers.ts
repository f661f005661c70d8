import type { Verdict } from '../../subgraphs/kit/decisions.ts';
import { isRefusal, REFUSALS } from '../../subgraphs/kit/refusals.ts';
import type { Callback } from '../commands/callback.ts';

/** OpenIM's answer to a callback; its status is not looked at, only this. */
export type Answer = Readonly<Record<string, unknown>>;

const HANDLED = { actionCode: 0, errCode: 0, errMsg: '', errDlt: '', nextCode: 0 };

const ECHOED = new Set(['callbackBeforeSetGroupInfoCommand', 'callbackBeforeSetGroupInfoExCommand']);
const ECHOES = new Set([
  ...['groupID', 'groupName', 'notification', 'introduction', 'faceURL', 'ex'],
  ...['needVerification', 'lookMemberInfo', 'applyMemberFriend'],
]);

/** Lets it be. Two callbacks take whatever the answer leaves out for empty: what they told is told back. */
export function pass(callback: Callback | null): Answer {
  if (callback?.command === 'callbackBeforeSetGroupInfoCommand') {
    const { operationID: _, ...told } = callback.body;
    return { ...HANDLED, ...told };
  }
  if (callback?.command === 'callbackBeforeSetGroupInfoExCommand') {
    const { operationID: _, notification: __, ...told } = callback.body;
    const touched = Object.entries(told).filter(([, value]) => value !== null);
    return { ...HANDLED, ...Object.fromEntries(touched) };
  }
  return HANDLED;
}

/**
 * Lets be what could not be read: of a group's own, as far as it is JSON, what OpenIM would take for empty is told back
 * as it came.
 */
export function passUnread(command: string, bytes: Uint8Array): Answer {
  if (!ECHOED.has(command)) return HANDLED;
  try {
    const told = JSON.parse(new TextDecoder().decode(bytes)) as unknown;
    if (typeof told !== 'object' || told === null) return HANDLED;
    const echo = Object.entries(told).filter(([name, value]) => ECHOES.has(name) && value !== null);
    return { ...Object.fromEntries(echo), ...HANDLED };
  } catch {
    return HANDLED;
  }
}

/** The verdict in OpenIM's words: a refusal stops with both codes and an error of its own, or it would not stop. */
export function answerTo(
  callback: Callback,
  verdict: Exclude<Verdict, { kind: 'HOLD' }>,
  sentence: (reason: string) => string,
): Answer {
  if (verdict.kind === 'MASK') return { ...HANDLED, content: verdict.content };
  if (verdict.kind === 'PASS') return pass(callback);
  const errCode = REFUSALS[isRefusal(verdict.reason) ? verdict.reason : 'NOT_ALLOWED'];
  return { actionCode: 0, nextCode: 1, errCode, errMsg: sentence(verdict.reason), errDlt: '' };
}
