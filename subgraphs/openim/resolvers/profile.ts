import { badInput } from '../../kit/fault.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import type { UserSource } from './people.ts';

interface UpdateProfileInput {
  readonly nickname?: string | null;
  readonly faceURL?: string | null;
  readonly ex?: string | null;
}

const LONGEST_NAME = 64;
const LONGEST_EX = 4_096;

/** A name as somebody typed it, without the spaces around it. */
export function nameOf(text: string | null, field: string): string {
  const name = text?.trim() ?? '';
  if (name === '' || name.length > LONGEST_NAME) throw badInput(field, `1 to ${LONGEST_NAME} characters are expected`);
  return name;
}

export async function updateProfile(
  _: unknown,
  { input: { nickname, faceURL, ex } }: { input: UpdateProfileInput },
  context: OpenIMContext,
): Promise<UserSource> {
  const { id } = userOf(context);
  if (ex != null && ex.length > LONGEST_EX) throw badInput('input.ex', `at most ${LONGEST_EX} characters are expected`);
  const change = {
    ...(nickname === undefined ? {} : { nickname: nameOf(nickname, 'input.nickname') }),
    ...(faceURL === undefined ? {} : { faceURL: faceURL ?? '' }),
    ...(ex === undefined ? {} : { ex: ex ?? '' }),
  };
  if (Object.keys(change).length > 0) await context.openim.users.change({ userID: id, ...change }, context.call);
  context.userByID.clear(id);
  return { id };
}
