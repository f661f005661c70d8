import type { Content } from './kinds.ts';

/** The one line that stands for a message, by language; `{…}` is filled in. */
const LINES = {
  en: {
    picture: '[Picture]',
    sound: '[Voice]',
    soundOf: '[Voice] {seconds}″',
    video: '[Video]',
    file: '[File] {name}',
    merger: '[Chat history] {name}',
    card: '[Contact] {name}',
    location: '[Location] {name}',
    custom: '[Message]',
    sticker: '[Sticker]',
    revoked: 'A message was taken back',
    empty: '[Message]',
    unknown: '[Message of a kind that is not known here]',
    friendApplicationApproved: 'You are friends now',
    oaNotification: '[Notice] {name}',
    groupCreated: 'The group was made',
    memberQuit: '{name} left the group',
    groupOwnerTransferred: '{name} owns the group now',
    memberKicked: '{name} was removed from the group',
    memberInvited: '{name} was invited to the group',
    memberEnter: '{name} joined the group',
    groupDismissed: 'The group was dismissed',
    groupMemberMuted: '{name} may not write for a while',
    groupMemberCancelMuted: '{name} may write again',
    groupMuted: 'Only the owner and admins may write now',
    groupCancelMuted: 'All may write again',
    groupInfoSetAnnouncement: 'The group has a new announcement',
    groupInfoSetName: 'The group is called {name} now',
    conversationPrivateChat: 'Private chat was switched',
    notification: '[Notice]',
  },
  zh: {
    picture: '[图片]',
    sound: '[语音]',
    soundOf: '[语音] {seconds}″',
    video: '[视频]',
    file: '[文件] {name}',
    merger: '[聊天记录] {name}',
    card: '[名片] {name}',
    location: '[位置] {name}',
    custom: '[消息]',
    sticker: '[表情]',
    revoked: '一条消息已撤回',
    empty: '[消息]',
    unknown: '[暂不支持的消息]',
    friendApplicationApproved: '你们已经是好友了',
    oaNotification: '[通知] {name}',
    groupCreated: '群聊已创建',
    memberQuit: '{name} 退出了群聊',
    groupOwnerTransferred: '{name} 成为新群主',
    memberKicked: '{name} 被移出群聊',
    memberInvited: '{name} 被邀请加入群聊',
    memberEnter: '{name} 加入了群聊',
    groupDismissed: '群聊已解散',
    groupMemberMuted: '{name} 被禁言',
    groupMemberCancelMuted: '{name} 被解除禁言',
    groupMuted: '已开启全员禁言',
    groupCancelMuted: '已关闭全员禁言',
    groupInfoSetAnnouncement: '群公告已更新',
    groupInfoSetName: '群名称已改为 {name}',
    conversationPrivateChat: '私聊设置已更改',
    notification: '[通知]',
  },
} as const satisfies Record<string, Record<string, string>>;

type Line = keyof (typeof LINES)['en'];

/** Never empty; in the reader's language (BCP 47), else in English. */
export function summaryOf(content: Content, language: string): string {
  const lines: Readonly<Record<string, string>> = /^zh\b/i.test(language) ? LINES.zh : LINES.en;
  const found = lineFor(content, lines);
  if (typeof found === 'string') return found;
  const [line, values] = found;
  const filled = (lines[line] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return onOneLine(filled) || LINES.en.empty;
}

type Values = Readonly<Record<string, string>>;
/** A line and what fills it; or the text itself, whose own braces are no places to fill. */
type Found = readonly [line: string, values: Values] | string;

function lineFor(content: Content, lines: Readonly<Record<string, string>>): Found {
  switch (content.__typename) {
    case 'TextContent':
    case 'AtTextContent':
    case 'QuoteContent':
    case 'MarkdownContent':
      return plain(content.text, 'empty');
    case 'PictureContent':
      return content.alt === null ? ['picture', {}] : plain(content.alt, 'picture');
    case 'SoundContent':
      return soundLine(content.source.claim.duration);
    case 'VideoContent':
      return content.alt === null ? ['video', {}] : plain(content.alt, 'video');
    case 'FileContent':
      return ['file', { name: content.name }];
    case 'MergerContent':
      return ['merger', { name: content.title }];
    case 'CardContent':
      return ['card', { name: content.nickname ?? '' }];
    case 'LocationContent':
      return ['location', { name: content.description ?? '' }];
    case 'CustomContent':
      return content.description === null ? ['custom', {}] : plain(content.description, 'custom');
    case 'StickerContent':
      return ['sticker', {}];
    case 'RevokedContent':
      return ['revoked', {}];
    case 'NotificationContent':
      return [content.name in lines ? content.name : 'notification', { name: namedIn(content.detail) }];
    case 'UnknownContent':
      return ['unknown', {}];
  }
}

const LONGEST = 200;

function plain(text: string, otherwise: Line): Found {
  const line = onOneLine(text);
  return line === '' ? [otherwise, {}] : line;
}

/** Empty for a text of which nothing would be seen. */
function onOneLine(text: string): string {
  if (!/[^\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u.test(text)) return '';
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return [...line].slice(0, LONGEST).join('');
}

const soundLine = (duration: unknown): Found => {
  const seconds = Math.round(Number(duration));
  return seconds > 0 ? ['soundOf', { seconds: String(seconds) }] : ['sound', {}];
};

/** The people, or the group's new name, that a notification's detail is about. */
function namedIn(detail: unknown): string {
  const of = (value: unknown): Record<string, unknown> =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const found = of(detail);
  const people = [
    found.invitedUserList,
    found.kickedUserList,
    found.quitUser,
    found.entrantUser,
    found.newGroupOwner,
    found.mutedUser,
  ]
    .flat()
    .map((person) => of(person).nickname)
    .filter((name) => typeof name === 'string' && name !== '');
  const named = [found.notificationName, of(found.group).groupName].find((name) => typeof name === 'string');
  return people.length > 0 ? people.join(', ') : String(named ?? '');
}
