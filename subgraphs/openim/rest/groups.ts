import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { createGroupAdmin } from './group-admin.ts';
import { createGroupSync } from './group-sync.ts';
import { list, type Page, paged, pagination, type Rows } from './page.ts';
import { inAnyCase, literally } from './pattern.ts';
import type { WireGroup, WireGroupMember, WireGroupRequest, WireNewGroup } from './wire.ts';

/** The only type of group that OpenIM makes. */
const WORKING = 2;
/** 0 pending, 1 accepted, -1 refused; none for all. */
interface RequestFilter {
  readonly userID: string;
  readonly groupIDs?: readonly string[];
  readonly handleResults?: readonly (0 | 1 | -1)[];
}
interface RequestRows {
  readonly groupRequests: WireGroupRequest[] | null;
  readonly total: number;
}

interface GroupRows {
  readonly groups: { groupInfo: WireGroup | null }[] | null;
  readonly total: number;
}

const found = ({ groups, total }: GroupRows): Rows<WireGroup> =>
  paged(
    list(groups).flatMap(({ groupInfo }) => groupInfo ?? []),
    total,
  );

const createRows = ({ read, write }: Post) => ({
  /** In no order; unknown groups are left out. OpenIM does not ask whether the caller is a member. */
  byIDs: (groupIDs: readonly string[], call: Call): Promise<readonly WireGroup[]> =>
    read<{ groupInfos: WireGroup[] | null }>('/group/get_groups_info', { groupIDs }, call).then((d) =>
      list(d.groupInfos),
    ),

  /** Newest first. */
  joined: (userID: string, page: Page, call: Call): Promise<Rows<WireGroup>> =>
    read<{ groups: WireGroup[] | null; total: number }>(
      '/group/get_joined_group_list',
      { fromUserID: userID, pagination: pagination(page) },
      call,
    ).then((d) => paged(d.groups, d.total)),

  /** Admin only by our own will: OpenIM tells anybody. Newest first; with a text in the name, without dismissed ones. */
  page: (name: string, page: Page, call: Call): Promise<Rows<WireGroup>> =>
    read<GroupRows>(
      '/group/get_groups',
      { groupName: literally(name), groupID: '', pagination: pagination(page) },
      call,
    ).then(found),

  /** The same, with the text in any case. */
  search: (name: string, page: Page, call: Call): Promise<Rows<WireGroup>> =>
    read<GroupRows>(
      '/group/get_groups',
      { groupName: inAnyCase(name), groupID: '', pagination: pagination(page) },
      call,
    ).then(found),

  joinedIDs: (userID: string, call: Call): Promise<readonly string[]> =>
    read<{ groupIDs: string[] | null }>('/group/get_full_join_group_ids', { userID, idHash: 0 }, call).then((d) =>
      list(d.groupIDs),
    ),

  /** Made by an admin, `memberCount` in the answer counts that admin too, who is no member. */
  create: (group: WireNewGroup, call: Call): Promise<WireGroup> =>
    write<{ groupInfo: WireGroup }>(
      '/group/create_group',
      { ...group, groupInfo: { groupType: WORKING, ...group.groupInfo } },
      call,
    ).then((d) => d.groupInfo),
});

const createMembers = ({ read, write }: Post) => ({
  /** In no order; who is not in it is left out. */
  membersByIDs: (groupID: string, userIDs: readonly string[], call: Call): Promise<readonly WireGroupMember[]> =>
    read<{ members: WireGroupMember[] | null }>('/group/get_group_members_info', { groupID, userIDs }, call).then((d) =>
      list(d.members),
    ),

  /** By role, then by age; the rows of one page may be mixed. OpenIM's own keyword finds nothing, so there is none. */
  members: (groupID: string, page: Page, call: Call): Promise<Rows<WireGroupMember>> =>
    read<{ members: WireGroupMember[] | null; total: number }>(
      '/group/get_group_member_list',
      { groupID, pagination: pagination(page) },
      call,
    ).then((d) => paged(d.members, d.total)),

  /** Owner, admins, members. */
  memberIDs: (groupID: string, call: Call): Promise<readonly string[]> =>
    read<{ userIDs: string[] | null }>('/group/get_group_member_user_id', { groupID }, call).then((d) =>
      list(d.userIDs),
    ),

  /** Where a group wants approval, an ordinary member's invitation becomes a request. At most 1,000, none twice. */
  invite: (groupID: string, invitedUserIDs: readonly string[], call: Call): Promise<void> =>
    write('/group/invite_user_to_group', { groupID, invitedUserIDs, reason: '' }, call).then(nothing),

  /** None twice, neither the owner nor the caller. The reason goes to webhooks only. */
  kick: (kicking: { groupID: string; kickedUserIDs: readonly string[]; reason: string }, call: Call): Promise<void> =>
    write('/group/kick_group', kicking, call).then(nothing),

  /** Not for the owner. */
  quit: (groupID: string, userID: string, call: Call): Promise<void> =>
    write('/group/quit_group', { groupID, userID }, call).then(nothing),
});

const createRequests = ({ read, write }: Post) => ({
  /** What others ask of the groups that `userID` looks after; newest first. */
  requestsReceived: ({ userID, ...filter }: RequestFilter, page: Page, call: Call): Promise<Rows<WireGroupRequest>> =>
    read<RequestRows>(
      '/group/get_recv_group_applicationList',
      { fromUserID: userID, ...filter, pagination: pagination(page) },
      call,
    ).then((d) => paged(d.groupRequests, d.total)),

  /** What `userID` asked; newest first. */
  requestsSent: (filter: RequestFilter, page: Page, call: Call): Promise<Rows<WireGroupRequest>> =>
    read<RequestRows>(
      '/group/get_user_req_group_applicationList',
      { ...filter, pagination: pagination(page) },
      call,
    ).then((d) => paged(d.groupRequests, d.total)),

  /** One user's newest request to one group; none where they never asked. Asked by that user, or who looks after it. */
  requestOf: (groupID: string, userID: string, call: Call): Promise<WireGroupRequest | null> =>
    read<RequestRows>('/group/get_specified_user_group_request_info', { groupID, userID }, call).then(
      (d) => list(d.groupRequests)[0] ?? null,
    ),

  /** Requests made after `time` (ms; 0 for all) that wait, over all groups that `userID` looks after. */
  unhandledCount: (userID: string, time: number, call: Call): Promise<number> =>
    read<{ count: number }>('/group/get_group_application_unhandled_count', { userID, time }, call).then(
      (d) => d.count,
    ),

  /** OpenIM lets anybody apply for anybody: `userID` must be the viewer. Joins at once where the group is open. */
  join: (
    { userID, ...asked }: { groupID: string; userID: string; reqMessage: string; joinSource: number },
    call: Call,
  ): Promise<void> => write('/group/join_group', { ...asked, inviterUserID: userID }, call).then(nothing),

  respond: (
    answer: { groupID: string; fromUserID: string; handleResult: 1 | -1; handledMsg: string },
    call: Call,
  ): Promise<void> => write('/group/group_application_response', answer, call).then(nothing),
});

export const createGroups = (post: Post) => ({
  ...createRows(post),
  ...createMembers(post),
  ...createRequests(post),
  ...createGroupAdmin(post),
  ...createGroupSync(post),
});

export type Groups = ReturnType<typeof createGroups>;
