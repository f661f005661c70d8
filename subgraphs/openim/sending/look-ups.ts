import { badInput, Fault } from '../../kit/fault.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { splitMessageID } from '../conversation-id.ts';
import { type FoundMessage, findMessage } from '../messages/find.ts';
import { summaryOf } from '../model/summary.ts';
import type { Built } from './content/built.ts';
import { checkMerger, type MergerInput, mergerContent } from './content/bundle.ts';
import { cardContent, stickerContent } from './content/carried.ts';
import { type AtInput, atContent, checkAt, quoteContent, written } from './content/texts.ts';
import type { Target } from './message.ts';
import { checkRoom } from './room.ts';

export async function mentioning(input: AtInput, { groupID }: Target, context: OpenIMContext): Promise<Built> {
  const path = 'input.content.at';
  if (groupID === '') throw badInput(path, 'people are mentioned in groups only');
  checkAt(input, path);
  checkRoom(input);
  const member = (id: string) => context.memberByID.load(`${groupID}:${id}`);
  const [self, ...members] = await Promise.all([userOf(context).id, ...new Set(input.userIDs)].map(member));
  // Or whoever is in no group could learn who is in it.
  if (self == null) throw new Fault('NOT_A_MEMBER');
  return atContent(
    input,
    members.filter((member) => member !== null),
    path,
  );
}

export async function carding(userID: string, { userByID }: OpenIMContext): Promise<Built> {
  const row = await userByID.load(userID);
  if (row === null) throw badInput('input.content.card.userID', 'a user is expected');
  return cardContent(row);
}

export async function sticking(id: string, { stickers, scope }: OpenIMContext): Promise<Built> {
  const sticker = await stickers.find(id, scope);
  if (sticker === null) throw badInput('input.content.sticker.stickerID', 'a sticker of a published pack is expected');
  return stickerContent(sticker);
}

export async function quoting(
  input: { readonly text: string; readonly messageID: string },
  context: OpenIMContext,
): Promise<Built> {
  const path = 'input.content.quote';
  const text = written(input.text, `${path}.text`);
  checkRoom(text);
  const { row } = await readable(input.messageID, `${path}.messageID`, context);
  return quoteContent(text, row);
}

/** The messages in their own order of time, whatever order they are named in: a talk reads downwards. */
export async function bundling(input: MergerInput, context: OpenIMContext): Promise<Built> {
  const path = 'input.content.merger';
  checkMerger(input, path);
  const found = await Promise.all(input.messageIDs.map((id, at) => readable(id, `${path}.messageIDs.${at}`, context)));
  const forwarded = found
    .sort((a, b) => a.row.sendTime - b.row.sendTime)
    .map(({ row, message }) => {
      const line = summaryOf(message.content, context.scope.language);
      return { row, line: row.senderNickname === '' ? line : `${row.senderNickname}: ${line}` };
    });
  return mergerContent(input.title, forwarded);
}

/** A message that the viewer may read, as it stands now. */
async function readable(id: string, path: string, context: OpenIMContext): Promise<FoundMessage> {
  const parts = splitMessageID(id);
  if (parts === null) throw badInput(path, 'a Message.id is expected: <conversationID>:<serverMsgID>');
  const { window } = await context.conversationByID.load(parts.conversationID);
  const found = await findMessage(window, parts.serverMsgID, context);
  if (found.message.revoked) throw new Fault('ALREADY_REVOKED');
  return found;
}
