import type { ConversationCoverage, TotalCoverage } from '../../kit/coverage.ts';
import type { OpenIMContext } from '../context.ts';

export const coverage = (
  _: unknown,
  { conversationID }: { conversationID: string },
  context: OpenIMContext,
): Promise<ConversationCoverage | null> => context.coverage.of(conversationID);

export const totalCoverage = (_: unknown, __: unknown, context: OpenIMContext): Promise<TotalCoverage> =>
  context.coverage.total();
