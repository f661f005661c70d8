import type { GroupEdit, GroupWish } from '../callbacks/group-settings.ts';
import { GroupSettingCallbacks } from '../callbacks/group-settings.ts';
import type { Conversations } from '../conversation/conversations.ts';
import { SESSION } from '../message/message.ts';
import { newTime } from '../state/clock.ts';
import { mustBeAlive, mustManageAsMember } from './access.ts';
import type { Group } from './group.ts';
import { GroupNotices } from './notices.ts';
import type { Actor, GroupParts } from './parts.ts';
import { chatOf } from './parts.ts';

type GroupChange = Partial<Pick<Group, keyof GroupWish>>;

/** One of the two ways in which a group is changed. */
interface Way {
  ask(callbacks: GroupSettingCallbacks, edit: GroupEdit, operationID: string): Promise<GroupEdit>;
  told: 'afterSetGroupInfo' | 'afterSetGroupInfoEx';
  changeOf(wish: GroupWish): GroupChange;
}

/** Empty texts leave what is there. */
export const SET: Way = {
  ask: (callbacks, edit, operationID) => callbacks.beforeSet(edit, operationID),
  told: 'afterSetGroupInfo',
  changeOf: (wish) =>
    Object.fromEntries(Object.entries(wish).filter(([key, value]) => value !== null && (value !== '' || key === 'ex'))),
};

/** A blank name makes the whole change void, and nobody is told so. */
export const SET_EX: Way = {
  ask: (callbacks, edit, operationID) => callbacks.beforeSetEx(edit, operationID),
  told: 'afterSetGroupInfoEx',
  changeOf: (wish) => {
    if (wish.groupName?.trim() === '') return {};
    const trimmed = { ...wish, notification: wish.notification?.trim() ?? null };
    return Object.fromEntries(Object.entries(trimmed).filter(([, value]) => value !== null));
  },
};

const MARKED_BY_ANNOUNCEMENT = 4;

const mark = (conversations: Conversations, groupID: string, ownerUserID: string): void => {
  const conversationID = chatOf(groupID);
  const change = { groupAtType: MARKED_BY_ANNOUNCEMENT };
  if (conversations.get(ownerUserID, conversationID)?.groupAtType === MARKED_BY_ANNOUNCEMENT) return;
  if (conversations.has(ownerUserID, conversationID)) conversations.update(ownerUserID, conversationID, change);
  else conversations.create({ ownerUserID, groupID, conversationID, conversationType: SESSION.group, ...change }, true);
  conversations.announce(ownerUserID, conversationID);
};

/** Marks the chat for all members, but in the caller's name: it stops at the first row that is not the caller's. */
const markForAll = (parts: GroupParts, by: Actor, groupID: string): void => {
  const userIDs = parts.groups.memberIDs(groupID);
  if (!by.isAdmin && userIDs.some((userID) => userID !== by.userID)) return;
  for (const userID of userIDs) mark(parts.conversations, groupID, userID);
};

const tell = (parts: GroupParts, by: Actor, { groupID, change }: { groupID: string; change: GroupChange }): void => {
  const { groupName, notification, ...rest } = change;
  const notices = new GroupNotices(parts, by);
  const info = parts.groups.info(parts.groups.take(groupID));
  if (notification !== undefined && notification !== '') markForAll(parts, by, groupID);
  if (notification !== undefined) notices.announced(info, notification !== '');
  if (groupName !== undefined) notices.renamed(info);
  if (Object.keys(rest).length > 0) notices.infoSet(info);
};

/** Name, announcement, settings. */
export const editGroup = async (
  parts: GroupParts,
  by: Actor,
  { edit: asked, way }: { edit: GroupEdit; way: Way },
): Promise<void> => {
  const { groups } = parts;
  const callbacks = new GroupSettingCallbacks(parts.callbacks);
  mustManageAsMember(parts, by, asked.groupID);
  const edit = await way.ask(callbacks, asked, by.operationID);
  const { groupID } = edit;
  const change = way.changeOf(edit.wish);
  mustBeAlive(groups.take(groupID));
  groups.members.takeOwner(groupID);
  if (Object.keys(change).length === 0) return;
  const announced = { notificationUpdateTime: newTime(), notificationUserID: by.userID };
  groups.update(groupID, { ...change, ...('notification' in change && announced) });
  tell(parts, by, { groupID, change });
  await callbacks.afterSet(way.told, edit, by.operationID);
};
