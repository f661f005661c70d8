/**
 * What the server does with each kind of notification, as its stock notification.yml says.
 * `inChat`: also becomes a message of the conversation. `kept`: stored in the `n_` conversation, else only pushed.
 */
export interface Kind {
  to: 'user' | 'group';
  inChat?: true;
  kept?: true;
  offline?: true;
  title?: string;
}

export const KINDS: Readonly<Record<number, Kind>> = {
  1201: { to: 'user', inChat: true, offline: true, title: 'Someone applies to add your friend application' },
  1202: { to: 'user', offline: true, title: 'Someone rejected your friend application' },
  1203: { to: 'user', offline: true, title: 'Somebody applies to add you as a friend' },
  1204: { to: 'user', title: 'We have become friends' },
  1205: { to: 'user', title: 'deleted a friend' },
  1206: { to: 'user', title: "Your friend's profile has been changed" },
  1207: { to: 'user', title: 'blocked a user' },
  1208: { to: 'user', title: 'Remove a blocked user' },
  1209: { to: 'user', title: 'friend info updated' },
  1210: { to: 'user', title: 'friend info updated' },
  1300: { to: 'user', title: 'conversation changed' },
  1303: { to: 'user', title: 'userInfo updated' },
  1501: { to: 'group', inChat: true, title: 'create group' },
  1502: { to: 'group', title: 'groupInfoSet' },
  1503: { to: 'user', offline: true, title: 'joinGroupApplication' },
  1504: { to: 'group', inChat: true, title: 'memberQuit' },
  1505: { to: 'user', offline: true, title: 'groupApplicationAccepted' },
  1506: { to: 'user', offline: true, title: 'groupApplicationRejected' },
  1507: { to: 'group', inChat: true, title: 'groupOwnerTransferred' },
  1508: { to: 'group', inChat: true, title: 'memberKicked' },
  1509: { to: 'group', inChat: true, title: 'memberInvited' },
  1510: { to: 'group', inChat: true, title: 'memberEnter' },
  1511: { to: 'group', inChat: true, title: 'groupDismissed' },
  1512: { to: 'group', inChat: true, title: 'groupMemberMuted' },
  1513: { to: 'group', inChat: true, title: 'groupMemberCancelMuted' },
  1514: { to: 'group', inChat: true, title: 'groupMuted' },
  1515: { to: 'group', inChat: true, title: 'groupCancelMuted' },
  1516: { to: 'group', title: 'groupMemberInfoSet' },
  1517: { to: 'group' },
  1518: { to: 'group' },
  1519: { to: 'group', inChat: true, title: 'groupInfoSetAnnouncement' },
  1520: { to: 'group', inChat: true, title: 'groupInfoSetName' },
  1701: { to: 'user', inChat: true, title: 'burn after reading' },
  1702: { to: 'user', title: 'conversation changed' },
  2101: { to: 'user', kept: true },
  2102: { to: 'user', kept: true },
  2200: { to: 'user', kept: true },
};

/** Friend, user and conversation notices repeat one sentence in all three texts, group notices vary the ending. */
export const pushTexts = (
  contentType: number,
  title: string | undefined,
): { title: string; desc: string; ex: string } => {
  if (title === undefined) return { title: '', desc: '', ex: '' };
  if (contentType < 1500 || contentType >= 1600) return { title, desc: title, ex: title };
  return { title: `${title} title`, desc: `${title} desc`, ex: `${title} ext` };
};
