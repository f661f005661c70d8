import type { Intent } from '../../kit/decisions.ts';
import type { KeptMessage } from '../../kit/events.ts';
import type { HeldLetter } from '../../kit/send-held.ts';
import type { Holding } from '../holds/hold.ts';
import type { Subject } from './conditions/subject.ts';
import type { Rule } from './rule.ts';

/** A message that is about to be sent. */
export const letterIn = (intent: Extract<Intent, { kind: 'SEND' }>): HeldLetter => ({
  userID: intent.userID,
  recipientID: intent.to.kind === 'USER' ? intent.to.id : null,
  groupID: intent.to.kind === 'GROUP' ? intent.to.id : null,
  platformID: intent.platformID,
  contentType: intent.contentType,
  content: intent.content,
  atUserIDs: intent.atUserIDs,
  ex: intent.ex,
});

/** One that is there all the same. */
export const letterOfSaved = (message: KeptMessage): HeldLetter => ({
  userID: message.sendID,
  recipientID: message.groupID ? null : message.recvID,
  groupID: message.groupID || null,
  platformID: message.senderPlatformID,
  contentType: message.contentType,
  content: message.content,
  atUserIDs: message.atUserIDList ?? [],
  ex: message.ex,
});

export const holdingOf = (letter: HeldLetter, { texts }: Subject, rule: Rule): Holding => ({
  letter,
  texts: texts.map(({ text }) => text),
  rule: { id: rule.id, version: rule.version, name: rule.definition.name },
});
