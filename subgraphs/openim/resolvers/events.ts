import type { GraphQLResolveInfo } from 'graphql';
import type { OpenIMContext } from '../context.ts';
import { group } from './groups.ts';
import { person, type UserSource } from './people.ts';

/** Resolves to the user whose id the event holds under this name. */
const personAt =
  <Name extends string>(name: Name) =>
  (event: Readonly<Record<Name, string | null>>, _: unknown, context: OpenIMContext, info: GraphQLResolveInfo) =>
    person(event[name], context, info);

export const events = {
  GroupEvent: {
    group: ({ groupID }: { groupID: string | null }, _: unknown, context: OpenIMContext) => group(groupID, context),
    operator: personAt('operatorID'),
    people: async (
      { peopleIDs }: { peopleIDs: readonly string[] },
      _: unknown,
      context: OpenIMContext,
      info: GraphQLResolveInfo,
    ): Promise<UserSource[]> => {
      const found = await Promise.all(peopleIDs.map((id) => person(id, context, info)));
      return found.filter((each) => each !== null);
    },
  },
  FriendEvent: { from: personAt('fromID'), to: personAt('toID') },
  UserEvent: { user: personAt('userID') },
  ConversationEvent: { by: personAt('byID') },
  DeletionEvent: { by: personAt('byID') },
  ReadReceiptEvent: { reader: personAt('readerID') },
};
