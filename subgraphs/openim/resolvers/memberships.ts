import { badInput, Fault } from '../../kit/fault.ts';
import { type Connection, MOST_ROWS, type PageArguments } from '../../kit/page.ts';
import type { GroupMemberFilter, JoinPolicy } from '../__generated__/resolvers.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { holding, pageOf, pageOfAll, shownAs } from '../lists.ts';
import { roleOf, VERIFICATION } from '../model/group.ts';
import type { WireGroup, WireGroupMember } from '../rest/wire.ts';
import { introductionOf } from './group-admin.ts';
import { type GroupSource, isInside } from './groups.ts';
import type { UserSource } from './people.ts';
import { LONGEST_EX, nameOf, textWithin } from './profile.ts';

const MOST_MEMBERS = 500;

const sourceOf = (row: WireGroup): GroupSource => ({ id: row.groupID, row });

export async function groups(
  _: unknown,
  { keyword, ...page }: PageArguments & { keyword?: string | null },
  context: OpenIMContext,
): Promise<Connection<GroupSource>> {
  const { id } = userOf(context);
  const holds = holding(keyword);
  const rows = await pageOf({
    ...page,
    list: `groups ${keyword ?? ''}`,
    load: (at) => context.openim.groups.joined(id, at, context.call),
    keep: holds && (({ groupName }: WireGroup) => holds(groupName)),
  });
  return shownAs(rows, sourceOf);
}

/** What a user shares with the viewer: which groups somebody else is in besides is theirs. */
export async function groupsOf(
  { id }: UserSource,
  page: PageArguments,
  context: OpenIMContext,
): Promise<Connection<GroupSource>> {
  const { sharedGroupIDs, groupByID } = context;
  const shared = await sharedGroupIDs.load(id);
  const ids = await pageOfAll(`groups of ${id}`, shared, page);
  const rows = new Map(await Promise.all(ids.nodes.map(async (each) => [each, await groupByID.load(each)] as const)));
  return shownAs(ids, (groupID) => {
    const row = rows.get(groupID);
    return row ? sourceOf(row) : null;
  });
}

/** What is for a group's members is for admins with the scope, too. */
export function mustRead({ scope: { viewer } }: OpenIMContext): void {
  if (viewer.kind === 'admin' && !viewer.scopes.has('groups:read'))
    throw new Fault('SCOPE_MISSING', { scopes: 'groups:read' });
}

/** Every group of the service. */
export async function allGroups(
  _: unknown,
  { keyword, ...page }: PageArguments & { keyword?: string | null },
  context: OpenIMContext,
): Promise<Connection<GroupSource>> {
  const name = keyword?.trim() ?? '';
  const rows = await pageOf({
    ...page,
    list: `allGroups ${name}`,
    load: (at) => context.openim.groups.page(name, at, context.call),
  });
  return shownAs(rows, sourceOf);
}

export async function membersOf(
  { id }: GroupSource,
  { filter, ...page }: PageArguments & { filter?: GroupMemberFilter | null },
  context: OpenIMContext,
): Promise<Connection<WireGroupMember>> {
  mustRead(context);
  if (!(await isInside({ id }, context))) throw new Fault('NOT_A_MEMBER');
  const holds = holding(filter?.keyword);
  const roles = filter?.roles;
  const keep = (member: WireGroupMember): boolean =>
    (holds === null || holds(member.nickname)) && (roles == null || roles.includes(roleOf(member)));
  return pageOf({
    ...page,
    list: `members of ${id} ${JSON.stringify(filter ?? null)}`,
    load: (at) => context.openim.groups.members(id, at, context.call),
    keep: holds === null && roles == null ? null : keep,
  });
}

interface CreateGroupInput {
  readonly name: string;
  readonly memberIDs: readonly string[];
  readonly faceURL?: string | null;
  readonly introduction?: string | null;
  readonly joinPolicy?: JoinPolicy | null;
  readonly ex?: string | null;
}

export async function createGroup(
  _: unknown,
  { input }: { input: CreateGroupInput },
  context: OpenIMContext,
): Promise<GroupSource> {
  const viewer = userOf(context);
  const groupName = nameOf(input.name, 'input.name');
  const introduction = introductionOf(input.introduction);
  const ex = textWithin(input.ex, { field: 'input.ex', most: LONGEST_EX });
  const memberUserIDs = await existing(input.memberIDs, { field: 'input.memberIDs', most: MOST_MEMBERS }, context);
  const others = memberUserIDs.filter((id) => id !== viewer.id);
  const needVerification = VERIFICATION[input.joinPolicy ?? 'APPROVAL'];
  const face = { groupName, introduction, faceURL: input.faceURL ?? '' };
  const groupInfo = { ...face, ex, needVerification, creatorUserID: viewer.id };
  const row = await context.openim.groups.create(
    { ownerUserID: viewer.id, memberUserIDs: others, groupInfo },
    context.call,
  );
  return sourceOf(row);
}

export async function inviteToGroup(
  _: unknown,
  { groupID, userIDs }: { groupID: string; userIDs: readonly string[] },
  context: OpenIMContext,
): Promise<GroupSource> {
  const viewer = userOf(context);
  if (userIDs.length === 0) throw badInput('userIDs', 'somebody to invite is expected');
  const invited = await existing(userIDs, { field: 'userIDs', most: MOST_ROWS }, context);
  if ((await context.memberByID.load(`${groupID}:${viewer.id}`)) === null) throw new Fault('NOT_A_MEMBER');
  await context.openim.groups.invite(groupID, invited, context.call);
  context.groupByID.clear(groupID);
  for (const userID of invited) context.memberByID.clear(`${groupID}:${userID}`);
  return { id: groupID };
}

/** Ids of people, none twice; BAD_USER_INPUT with the place of one whom nobody is. */
async function existing(
  ids: readonly string[],
  { field, most }: { field: string; most: number },
  { userByID }: OpenIMContext,
): Promise<string[]> {
  if (ids.length > most) throw badInput(field, `at most ${most} ids are expected`);
  const rows = await Promise.all(ids.map((id) => userByID.load(id)));
  const missing = rows.indexOf(null);
  if (missing >= 0) throw badInput(`${field}.${missing}`, 'the id of a user is expected');
  return [...new Set(ids)];
}
