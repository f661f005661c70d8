import type { Message } from '../message/message.ts';
import { BLANK, FROM, SESSION } from '../message/message.ts';
import { messageID } from '../message/message-id.ts';
import { now } from '../state/clock.ts';
import type { Picture } from './picture.ts';
import type { Sound } from './sound.ts';

export interface Speaker {
  userID: string;
  nickname: string;
  faceURL: string;
}

/** What an app would send: unlike REST, it fills in who speaks. */
export const spoken = (
  by: Speaker,
  to: { recvID: string } | { groupID: string },
  elem: { contentType: number; content: object },
): Message => ({
  ...BLANK,
  ...to,
  sendID: by.userID,
  senderNickname: by.nickname,
  senderFaceURL: by.faceURL,
  clientMsgID: messageID(by.userID),
  senderPlatformID: 5,
  sessionType: 'groupID' in to ? SESSION.group : SESSION.single,
  msgFrom: FROM.user,
  contentType: elem.contentType,
  content: JSON.stringify(elem.content),
  createTime: now(),
  options: {},
});

export const text = (content: string) => ({ contentType: 101, content: { content } });

export const picture = ({ bytes, width, height }: Picture, url: string) => {
  const info = { uuid: messageID(url), type: 'image/png', size: bytes.length, width, height, url };
  return {
    contentType: 102,
    content: { sourcePath: '', sourcePicture: info, bigPicture: info, snapshotPicture: info },
  };
};

export const sound = ({ bytes, seconds }: Sound, url: string) => ({
  contentType: 103,
  content: {
    uuid: messageID(url),
    soundPath: '',
    sourceUrl: url,
    dataSize: bytes.length,
    duration: seconds,
    soundType: 'audio/wav',
  },
});

export const mention = (words: string, who: Speaker) => ({
  contentType: 106,
  content: {
    text: words,
    atUserList: [who.userID],
    atUsersInfo: [{ atUserID: who.userID, groupNickname: who.nickname }],
    isAtSelf: false,
  },
});

export const quote = (words: string, quoted: Message) => ({
  contentType: 114,
  content: { text: words, quoteMessage: quoted },
});
