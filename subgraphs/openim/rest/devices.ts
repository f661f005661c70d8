import type { PlatformID } from '../../kit/viewer.ts';
import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { type Page, paged, pagination, type Rows } from './page.ts';
import { literally } from './pattern.ts';
import type { WireLog } from './wire.ts';

interface PushToken {
  /** OpenIM lets anybody set it for anybody: it must be the caller. */
  readonly userID: string;
  readonly platformID: PlatformID;
  readonly token: string;
  /** 0 for as long as it works. */
  readonly seconds: number;
}

interface Logs {
  readonly platform: PlatformID;
  readonly files: readonly { readonly name: string; readonly url: string }[];
  readonly appFramework: string;
  readonly version: string;
  readonly ex: string;
}

/** What OpenIM calls third parties: push, and logs of clients. */
export const createDevices = ({ read, write }: Post) => ({
  /** Of Firebase Cloud Messaging. */
  setPushToken: ({ userID, platformID, token, seconds }: PushToken, call: Call): Promise<void> =>
    write('/third/fcm_update_token', { account: userID, platformID, fcmToken: token, expireTime: seconds }, call).then(
      nothing,
    ),

  setBadge: (userID: string, appUnreadCount: number, call: Call): Promise<void> =>
    write('/third/set_app_badge', { userID, appUnreadCount }, call).then(nothing),

  /** At least one file. */
  uploadLogs: ({ files, ...logs }: Logs, call: Call): Promise<void> =>
    write(
      '/third/logs/upload',
      { ...logs, fileURLs: files.map(({ name, url }) => ({ filename: name, URL: url })) },
      call,
    ).then(nothing),

  /** Admin only, newest first, of ids with `userID` in them; ms, `endTime` never before `startTime`. Both 0 is all. */
  logs: (
    { userID, ...span }: { userID: string; startTime: number; endTime: number },
    page: Page,
    call: Call,
  ): Promise<Rows<WireLog>> =>
    read<{ logsInfos: WireLog[] | null; total: number }>(
      '/third/logs/search',
      { keyword: literally(userID), ...span, pagination: pagination(page) },
      call,
    ).then((d) => paged(d.logsInfos, d.total)),

  /** Admin only; all or none: NOT_FOUND where one of them is not there. */
  deleteLogs: (logIDs: readonly string[], call: Call): Promise<void> =>
    write('/third/logs/delete', { logIDs }, call).then(nothing),
});

export type Devices = ReturnType<typeof createDevices>;
