import { rowsAsked } from '../../kit/page.ts';
import type { IdentityContext } from '../context.ts';
import type { WelcomeRow } from '../registration/welcomes.ts';

export const failingWelcomes = (
  _: unknown,
  { first }: { first?: number | null },
  { registration }: IdentityContext,
): Promise<readonly WelcomeRow[]> => registration.welcomes.failing(rowsAsked(first));

export const Welcome = {
  user: ({ user_id }: WelcomeRow) => ({ id: user_id }),
  friend: ({ kind, target }: WelcomeRow) => (kind === 'FRIEND' ? { id: target } : null),
  group: ({ kind, target }: WelcomeRow) => (kind === 'GROUP' ? { id: target } : null),
  nextTryAt: ({ next_at }: WelcomeRow) => next_at,
  createdAt: ({ created_at }: WelcomeRow) => created_at,
};
