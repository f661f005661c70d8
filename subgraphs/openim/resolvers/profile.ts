import { badInput } from '../../kit/fault.ts';
import type { NotifyMode } from '../__generated__/resolvers.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { NOTIFY_OPTIONS } from '../model/notify.ts';
import type { UserSource } from './people.ts';

export interface UpdateProfileInput {
  readonly nickname?: string | null;
  readonly faceURL?: string | null;
  readonly ex?: string | null;
}

export const LONGEST_NAME = 64;
export const LONGEST_EX = 4_096;

/** A name as somebody typed it, without the spaces around it. */
export function nameOf(text: string | null, field: string): string {
  const name = text?.trim() ?? '';
  if (name === '' || name.length > LONGEST_NAME) throw badInput(field, `1 to ${LONGEST_NAME} characters are expected`);
  return name;
}

/** A text as it is kept; nothing for none. */
export function textWithin(text: string | null | undefined, { field, most }: { field: string; most: number }): string {
  if (text != null && text.length > most) throw badInput(field, `at most ${most} characters are expected`);
  return text ?? '';
}

/** What OpenIM is told to change: absent leaves as it is, `''` clears. */
export const changeOf = ({ nickname, faceURL, ex }: UpdateProfileInput) => ({
  ...(nickname === undefined ? {} : { nickname: nameOf(nickname, 'input.nickname') }),
  ...(faceURL === undefined ? {} : { faceURL: faceURL ?? '' }),
  ...(ex === undefined ? {} : { ex: textWithin(ex, { field: 'input.ex', most: LONGEST_EX }) }),
});

export async function updateProfile(
  _: unknown,
  { input }: { input: UpdateProfileInput },
  context: OpenIMContext,
): Promise<UserSource> {
  const { id } = userOf(context);
  const change = changeOf(input);
  if (Object.keys(change).length > 0) await context.openim.users.change({ userID: id, ...change }, context.call);
  context.forgetUser(id);
  return { id };
}

export async function setGlobalNotify(
  _: unknown,
  { mode }: { mode: NotifyMode },
  context: OpenIMContext,
): Promise<UserSource> {
  const { id } = userOf(context);
  await context.openim.users.setGlobalNotify(id, NOTIFY_OPTIONS[mode], context.call);
  context.forgetUser(id);
  return { id };
}
