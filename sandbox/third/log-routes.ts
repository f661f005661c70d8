import { int32, int64, list, message, string } from '../binding/shape.ts';
import { orNull } from '../http/go-values.ts';
import { pageOf, RequestPagination } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { adminOnly, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import { platformName } from '../token/platform.ts';
import type { Users } from '../user/users.ts';
import type { LogRow, Logs } from './logs.ts';

interface Parts {
  logs: Logs;
  users: Users;
}

const SINCE = Date.UTC(2019, 0, 1);

const FileURL = message('third.fileURL', { filename: string, URL: string });
const Upload = message('third.UploadLogsReq', {
  platform: int32,
  fileURLs: list(FileURL),
  appFramework: string,
  version: string,
  ex: string,
});
const Delete = message('third.DeleteLogsReq', { logIDs: list(string) });
const Search = message('third.SearchLogsReq', {
  keyword: string,
  startTime: int64,
  endTime: int64,
  pagination: RequestPagination,
});

const upload = ({ logs }: Parts): Route =>
  route({
    path: '/third/logs/upload',
    body: Upload,
    answer: ({ platform, fileURLs, version, ex }, { userID }) => {
      if (fileURLs === null || fileURLs.length === 0)
        throw new Refusal('ServerInternalError', 'must provide at least one element in input slice');
      for (const file of fileURLs) {
        const { filename, URL: url } = file ?? { filename: '', URL: '' };
        logs.add({ userID, platform: platformName(platform), url, filename, version, ex });
      }
    },
  });

const remove = ({ logs }: Parts): Route =>
  route({
    path: '/third/logs/delete',
    body: Delete,
    allow: adminOnly,
    answer: ({ logIDs }) => {
      const missing = logs.missing(logIDs ?? []);
      if (missing.length > 0)
        throw new Refusal('RecordNotFoundError', `logIDs not found, logIDs=[${missing.join(' ')}]`);
      logs.delete(logIDs ?? []);
    },
  });

/** The keyword is a pattern that the userID has to match. */
const matcher = (keyword: string): ((userID: string) => boolean) => {
  try {
    const pattern = new RegExp(keyword);
    return (userID) => pattern.test(userID);
  } catch {
    throw new Refusal('ServerInternalError', 'Regular expression is invalid');
  }
};

const search = ({ logs, users }: Parts): Route => {
  const infoOf = ({ logID, userID, platform, url, filename, version, ex, createTime }: LogRow) => ({
    ...{ userID, platform, url, createTime, logID, filename, ex, version },
    nickname: users.get(userID)?.nickname ?? '',
    systemType: '',
  });
  return route({
    path: '/third/logs/search',
    body: Search,
    allow: adminOnly,
    answer: ({ keyword, startTime, endTime, pagination }) => {
      if (startTime > endTime) throw new Refusal('ArgsError', 'startTime>endTime');
      const always = startTime === 0 && endTime === 0;
      const [start, end] = always ? [SINCE, Number.MAX_SAFE_INTEGER] : [startTime, endTime];
      const found = logs.between(start, end, matcher(keyword));
      return { logsInfos: orNull(pageOf(found, pagination).map(infoOf)), total: found.length };
    },
  });
};

export const logRoutes = (parts: Parts): Route[] => [upload(parts), remove(parts), search(parts)];
