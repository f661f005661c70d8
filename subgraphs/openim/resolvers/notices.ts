import { badInput } from '../../kit/fault.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { OpenIMContext } from '../context.ts';
import { noticeID } from '../conversation-id.ts';
import type { WireMessage, WireSent } from '../rest/wire.ts';
import { type MediaInput, pictureContent } from '../sending/content/files.ts';
import { ADMIN_PLATFORM, type Broadcast, personAt, recipientsOf, uncertain } from './broadcasts.ts';
import { sentMessage } from './messages.ts';
import { LONGEST_EX, textWithin } from './profile.ts';
import { recorded } from './recorded.ts';

const NOTICE = 1400;
/** OpenIM's session of notices, and what it wants to be asked with. */
const SESSION = 4;
const ASKED_AS = 1;
/** From here on an account sends notices; below are people. OpenIM's `appMangerLevel`. */
const NOTIFICATION_ACCOUNT = 3;
const BY_SYSTEM = 200;
const LONGEST_TITLE = 255;
const LONGEST_TEXT = 8_192;
/** OpenIM's `mixType`: what comes with the text. */
const MIX = { text: 0, picture: 1 } as const;

interface NoticeInput {
  readonly senderID: string;
  readonly userIDs: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly url?: string | null;
  readonly faceURL?: string | null;
  readonly picture?: MediaInput | null;
  readonly notificationType?: number | null;
  readonly ex?: string | null;
}

export async function sendNotice(
  _: unknown,
  { input, reason }: { input: NoticeInput; reason: string },
  context: OpenIMContext,
): Promise<Broadcast> {
  const why = reasonOf(reason);
  const content = contentOf(input);
  const asked = recipientsOf(input);
  const { senderID } = input;
  const [{ nickname, faceURL, appMangerLevel }, ...rows] = await Promise.all([
    personAt(senderID, 'input.senderID', context),
    ...asked.map((id) => context.userByID.load(id)),
  ]);
  if (appMangerLevel < NOTIFICATION_ACCOUNT)
    throw badInput('input.senderID', 'an account that sends notices is expected');
  // OpenIM takes a notice to nobody for a good one.
  const [recipients, unknown] = [asked.filter((_, at) => rows[at] != null), asked.filter((_, at) => rows[at] == null)];
  if (recipients.length === 0) return { messages: [], failedUserIDs: unknown };
  const sender = {
    ...{ sendID: senderID, senderNickname: nickname, senderFaceURL: faceURL },
    senderPlatformID: ADMIN_PLATFORM,
  };
  const entry = { action: 'message.notice', target: `user:${senderID}`, reason: why, after: { userIDs: recipients } };
  const message = { ...sender, content, contentType: NOTICE, sessionType: ASKED_AS };
  const { results, failedUserIDs } = await recorded(context, entry, () =>
    context.openim.messages.sendToMany(message, recipients, context.call).catch(uncertain),
  );
  const kept = { ...BLANK, ...sender, content: JSON.stringify({ detail: JSON.stringify(content) }) };
  const rowOf = ({ recvID, sendTime, ...ids }: WireSent & { recvID: string }): WireMessage => ({
    ...{ ...kept, ...ids },
    ...{ recvID, sendTime, createTime: sendTime },
  });
  const messages = results.map((sent) => sentMessage(noticeID(senderID, sent.recvID), rowOf(sent)));
  return { messages, failedUserIDs: [...unknown, ...failedUserIDs] };
}

function contentOf({ title, text, url, faceURL, picture, notificationType, ex }: NoticeInput) {
  if (notificationType === 0) throw badInput('input.notificationType', 'a number that is not 0 is expected');
  return {
    notificationName: line(title, 'input.title', LONGEST_TITLE),
    notificationFaceURL: faceURL ?? '',
    notificationType: notificationType ?? 1,
    text: line(text, 'input.text', LONGEST_TEXT),
    url: url ?? '',
    mixType: picture == null ? MIX.text : MIX.picture,
    ...(picture == null ? {} : { pictureElem: pictureContent(picture, 'input.picture').content }),
    ex: textWithin(ex, { field: 'input.ex', most: LONGEST_EX }),
  };
}

function line(text: string, field: string, most: number): string {
  if (text.trim() === '' || text.length > most) throw badInput(field, `1 to ${most} characters are expected`);
  return text;
}

/** What OpenIM fills in itself. */
const BLANK = {
  ...{ groupID: '', contentType: NOTICE, sessionType: SESSION, msgFrom: BY_SYSTEM, seq: 0, status: 0, isRead: false },
  ...{ offlinePushInfo: null, atUserIDList: [], attachedInfo: '', ex: '' },
};
