import DataLoader from 'dataloader';
import type { PeopleDirectory } from '../kit/people-directory.ts';
import type { Viewer } from '../kit/viewer.ts';
import { loadConversations } from './conversation-loader.ts';
import { createListings } from './listings.ts';
import { createMemberChanges, type MemberChanges } from './member-changes.ts';
import { loadMembers } from './member-loader.ts';
import type { ConversationModel } from './model/conversation.ts';
import type { Call } from './rest/call.ts';
import type { OpenIM } from './rest/openim.ts';
import type {
  WireConversationView,
  WireFriendRequest,
  WireGroup,
  WireGroupMember,
  WireGroupRequest,
  WireRelation,
  WireStatus,
  WireUser,
} from './rest/wire.ts';
import { createSharedGroups } from './shared-groups.ts';

/** Ids that one call of OpenIM's batch routes takes. */
const MOST_IDS = 1_000;

export interface Loaders {
  readonly userByID: DataLoader<string, WireUser | null>;
  /** Of those whom this request has read; null for who does not exist. */
  userRead(userID: string): WireUser | null | undefined;
  /** They have changed: they are read anew. */
  forgetUser(userID: string): void;
  readonly groupByID: DataLoader<string, WireGroup | null>;
  readonly statusByID: DataLoader<string, WireStatus | null>;
  /** What a user is to the viewer; null for who does not exist. */
  readonly relationByID: DataLoader<string, WireRelation | null>;
  /** Whether a user has the viewer in their contact list. */
  readonly hasViewer: DataLoader<string, boolean>;
  /** The newest friend request between the viewer and a user, either way. */
  readonly requestWith: DataLoader<string, WireFriendRequest | null>;
  /** By `<groupID>:<userID>`; null for who is not in it. */
  readonly memberByID: DataLoader<string, WireGroupMember | null>;
  /** The viewer's request to join a group; null where there is none. */
  readonly groupRequestByID: DataLoader<string, WireGroupRequest | null>;
  /** What changed among the members of a group; NOT_A_MEMBER and GROUP_DISMISSED, each for its own group. */
  readonly memberChanges: MemberChanges;
  /** Ids of the groups that a user shares with the viewer; for an admin, of all that the user is in. */
  readonly sharedGroupIDs: DataLoader<string, readonly string[]>;
  /** Rejects with NOT_YOURS or NOT_FOUND, each for its own id. */
  readonly conversationByID: DataLoader<string, ConversationModel>;
  /** Remembers what came with a conversation, so that it is not asked for again. */
  prime(view: WireConversationView): void;
  /** The same, and the conversation itself. */
  seen(view: WireConversationView, model: ConversationModel): void;
}

export interface LoaderParts {
  readonly openim: OpenIM;
  readonly viewer: Viewer;
  /** Is told of everybody who was read. */
  readonly directory: PeopleDirectory;
  /** As the viewer, and with the admin token. */
  readonly call: Call;
  readonly adminCall: Call;
}

/** One request's look-ups: each is asked of OpenIM in one call for all who need it. */
export function createLoaders({ openim, viewer, directory, call, adminCall }: LoaderParts): Loaders {
  const viewerID = viewer.kind === 'user' ? viewer.id : '';
  const users = createUsers({ openim, directory, call });
  const groupByID = byKey(
    (ids) => openim.groups.byIDs(ids, call),
    (row) => row.groupID,
  );
  const memberByID = new DataLoader((keys: readonly string[]) => loadMembers(keys, openim.groups, adminCall));
  const loaders: Loaders = {
    ...users,
    groupByID,
    statusByID: byKey(
      (ids) => openim.users.statuses(ids, call),
      (row) => row.userID,
    ),
    relationByID: byKey(
      (ids) => openim.friends.relations(viewerID, ids, call),
      (row) => row.userInfo.userID,
    ),
    hasViewer: createListings({ openim, viewerID, call }),
    requestWith: new DataLoader((ids) => requests(ids, viewerID, { openim, call })),
    memberByID,
    groupRequestByID: byKey(
      (groupIDs) =>
        openim.groups
          .requestsSent({ userID: viewerID, groupIDs }, { number: 1, rows: groupIDs.length }, call)
          .then(({ rows }) => rows),
      (row) => row.groupInfo?.groupID ?? '',
    ),
    memberChanges: createMemberChanges({ groups: openim.groups, viewerID, call }),
    sharedGroupIDs: createSharedGroups({
      ...{ openim, adminCall, memberByID },
      viewerID: viewer.kind === 'admin' ? null : viewerID,
    }),
    conversationByID: new DataLoader((ids) =>
      loadConversations(ids, { openim, viewerID, call, loaders: () => loaders }),
    ),
    prime({ user, group }) {
      if (user !== null) users.userByID.prime(user.userID, user);
      if (group !== null) groupByID.prime(group.groupID, group);
    },
    seen(view, model) {
      loaders.prime(view);
      loaders.conversationByID.prime(model.id, model);
    },
  };
  return loaders;
}

function createUsers({
  openim,
  directory,
  call,
}: Pick<LoaderParts, 'openim' | 'directory' | 'call'>): Pick<Loaders, 'userByID' | 'userRead' | 'forgetUser'> {
  const read = new Map<string, WireUser | null>();
  const userByID = byKey(
    async (ids) => {
      const people = await openim.users.byIDs(ids, call);
      directory.note(people);
      for (const id of ids) read.set(id, null);
      for (const row of people) read.set(row.userID, row);
      return people;
    },
    (row) => row.userID,
  );
  return {
    userByID,
    userRead: (userID) => read.get(userID),
    forgetUser(userID) {
      read.delete(userID);
      userByID.clear(userID);
    },
  };
}

function byKey<Row>(
  load: (ids: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader(
    async (ids) => {
      const rows = new Map((await load(ids)).map((row) => [keyOf(row), row]));
      return ids.map((id) => rows.get(id) ?? null);
    },
    { maxBatchSize: MOST_IDS },
  );
}

/** For a few people one call each, which tells both ways; for more of them both lists, as far back as anybody scrolls. */
async function requests(
  ids: readonly string[],
  viewerID: string,
  { openim, call }: Pick<LoaderParts, 'openim' | 'call'>,
): Promise<(WireFriendRequest | null)[]> {
  const page = { number: 1, rows: 500 };
  const found =
    ids.length <= FEW
      ? await Promise.all(ids.map((id) => openim.friends.between(viewerID, id, call)))
      : await Promise.all(
          [openim.friends.sent, openim.friends.received].map((list) =>
            list({ userID: viewerID }, page, call).then(({ rows }) => rows),
          ),
        );
  const newest = found.flat().toSorted((a, b) => b.createTime - a.createTime);
  return ids.map((id) => newest.find(({ fromUserID, toUserID }) => fromUserID === id || toUserID === id) ?? null);
}

const FEW = 2;
