import type { NotifyMode } from '../__generated__/resolvers.ts';

/** OpenIM's numbers, the same for one conversation (`recvMsgOpt`) and for all of a user's (`globalRecvMsgOpt`). */
export const NOTIFY_OPTIONS = { ALL: 0, OFF: 1, SILENT: 2 } as const satisfies Record<NotifyMode, number>;

const MODES: Readonly<Record<number, NotifyMode>> = { 0: 'ALL', 1: 'OFF', 2: 'SILENT' };

export const notifyModeOf = (option: number): NotifyMode => MODES[option] ?? 'ALL';
