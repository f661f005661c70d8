import { badInput } from '../../kit/fault.ts';
import type { WireOutgoing } from '../rest/wire.ts';

export interface OfflinePushInput {
  readonly title: string;
  readonly desc?: string | null;
  readonly ex?: string | null;
  readonly iOSPushSound?: string | null;
  readonly iOSBadgeCount?: boolean | null;
}

export interface OptionsInput {
  readonly ex?: string | null;
  readonly isOnlineOnly?: boolean | null;
  readonly notOfflinePush?: boolean | null;
  readonly offlinePush?: OfflinePushInput | null;
}

/** How a message goes out, beside what it holds. */
export type Options = Pick<WireOutgoing, 'ex' | 'isOnlineOnly' | 'notOfflinePush' | 'offlinePushInfo'>;

const MOST_EX = 4 * 1024;
const LONGEST_LINE = 255;

/** Only what was asked for: OpenIM has its own way with the rest. */
export function optionsOf({ ex, isOnlineOnly, notOfflinePush, offlinePush }: OptionsInput): Options {
  if (ex != null) bounded(ex, 'input.ex');
  if (offlinePush != null && notOfflinePush === true)
    throw badInput('input.offlinePush', 'no push is expected beside notOfflinePush');
  if (offlinePush != null && isOnlineOnly === true)
    throw badInput('input.offlinePush', 'no push is expected beside isOnlineOnly');
  return {
    ...(ex != null && { ex }),
    ...(isOnlineOnly === true && { isOnlineOnly }),
    ...(notOfflinePush === true && { notOfflinePush }),
    ...(offlinePush != null && { offlinePushInfo: pushOf(offlinePush) }),
  };
}

function pushOf({ title, desc, ex, iOSPushSound, iOSBadgeCount }: OfflinePushInput) {
  const lines = { title, desc: desc ?? '', iOSPushSound: iOSPushSound ?? '' };
  for (const [field, line] of Object.entries(lines))
    if ([...line].length > LONGEST_LINE)
      throw badInput(`input.offlinePush.${field}`, `at most ${LONGEST_LINE} characters are expected`);
  if (title.trim() === '') throw badInput('input.offlinePush.title', 'a text that is not empty is expected');
  bounded(ex ?? '', 'input.offlinePush.ex');
  return { ...lines, ex: ex ?? '', iOSBadgeCount: iOSBadgeCount ?? true, signalInfo: '' };
}

function bounded(text: string, field: string): void {
  if (Buffer.byteLength(text) > MOST_EX) throw badInput(field, `at most ${MOST_EX} bytes are expected`);
}
