import { badInput } from '../../kit/fault.ts';
import type { PlatformID } from '../../kit/viewer.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { LONGEST_EX, textWithin } from './profile.ts';

const LONGEST_TOKEN = 4_096;
const MOST_FILES = 20;
const LONGEST_FILE_NAME = 255;
const LONGEST_WORD = 64;

/** `PushToken` of the schema: the token itself is told to nobody. */
interface PushToken {
  readonly platform: PlatformID;
  readonly expiresAt: Date | null;
}

export async function registerPushToken(
  _: unknown,
  { token, expiresAt = null }: { token: string; expiresAt?: Date | null },
  context: OpenIMContext,
): Promise<PushToken> {
  const { id, platform } = userOf(context);
  if (token.trim() === '' || token.length > LONGEST_TOKEN)
    throw badInput('token', `1 to ${LONGEST_TOKEN} characters are expected`);
  const seconds = expiresAt === null ? 0 : Math.floor((expiresAt.getTime() - Date.now()) / 1000);
  if (expiresAt !== null && seconds < 1) throw badInput('expiresAt', 'a time to come is expected');
  await context.openim.devices.setPushToken({ userID: id, platformID: platform, token, seconds }, context.call);
  return { platform, expiresAt };
}

export async function setAppBadge(_: unknown, { count }: { count: number }, context: OpenIMContext): Promise<number> {
  const { id } = userOf(context);
  if (count < 0) throw badInput('count', 'a number from 0 on is expected');
  await context.openim.devices.setBadge(id, count, context.call);
  return count;
}

interface UploadLogsInput {
  readonly files: readonly { readonly name: string; readonly url: string }[];
  readonly appFramework?: string | null;
  readonly version?: string | null;
  readonly ex?: string | null;
}

export async function uploadLogs(
  _: unknown,
  { input: { files, appFramework, version, ex } }: { input: UploadLogsInput },
  context: OpenIMContext,
): Promise<number> {
  const { platform } = userOf(context);
  if (files.length < 1 || files.length > MOST_FILES)
    throw badInput('input.files', `1 to ${MOST_FILES} files are expected`);
  for (const [at, { name }] of files.entries())
    if (name.trim() === '' || name.length > LONGEST_FILE_NAME)
      throw badInput(`input.files.${at}.name`, `1 to ${LONGEST_FILE_NAME} characters are expected`);
  const word = (field: string) => ({ field, most: LONGEST_WORD });
  const about = {
    appFramework: textWithin(appFramework, word('input.appFramework')),
    version: textWithin(version, word('input.version')),
    ex: textWithin(ex, { field: 'input.ex', most: LONGEST_EX }),
  };
  await context.openim.devices.uploadLogs({ platform, files, ...about }, context.call);
  return files.length;
}
