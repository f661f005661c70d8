import type { Notice } from './owe.ts';

/** By which clients know a notice of moderation. */
const KEY = 'moderation';

const TEXTS = {
  en: {
    ACTED: 'Thank you for your report. We looked at it and did something about it.',
    NOT_ACTED: 'Thank you for your report. We looked at it and found no breach of our rules.',
    WARN: 'You have broken our rules. Please keep to them: next time there may be consequences.',
    STRIKE: 'You have broken our rules and have a strike for it. Several of them have consequences.',
    REVOKE_MESSAGE: 'A message of yours was taken back: it broke our rules.',
    MUTE_MEMBER: 'You may not write in a group for some time: you have broken our rules.',
    REMOVE_MEMBER: 'You were taken out of a group: you have broken our rules.',
    DISMISS_GROUP: 'A group of yours was dissolved: it broke our rules.',
    BAN_USER: 'You may not use this service: you have broken our rules.',
    DECLINED: 'We looked at your message and did not send it: it goes against our rules.',
    EXPIRED: 'Your message waited too long to be looked at, and was not sent. You may send it again.',
    GRANTED: 'We looked at your appeal and took our decision back.',
    REFUSED: 'We looked at your appeal; our decision stands.',
  },
  zh: {
    ACTED: '感谢您的举报。我们已核实并采取了措施。',
    NOT_ACTED: '感谢您的举报。我们已核实，未发现违反规则的内容。',
    WARN: '您违反了我们的规则。请遵守规则，否则可能会受到处罚。',
    STRIKE: '您违反了我们的规则，已被记录一次违规。多次违规将受到处罚。',
    REVOKE_MESSAGE: '您的一条消息违反了我们的规则，已被撤回。',
    MUTE_MEMBER: '您违反了我们的规则，暂时不能在某个群聊中发言。',
    REMOVE_MEMBER: '您违反了我们的规则，已被移出某个群聊。',
    DISMISS_GROUP: '您的一个群聊违反了我们的规则，已被解散。',
    BAN_USER: '您违反了我们的规则，暂时不能使用本服务。',
    DECLINED: '您的消息未通过审核，不会发送：内容违反我们的规则。',
    EXPIRED: '您的消息等待审核的时间过长，未发送。您可以重新发送。',
    GRANTED: '我们复核了您的申诉，已撤销原决定。',
    REFUSED: '我们复核了您的申诉，维持原决定。',
  },
} as const;

type Sentence = keyof (typeof TEXTS)['en'];

const isSentence = (kind: string): kind is Sentence => kind in TEXTS.en;

/** In that language, else in English. */
function textIn(language: string, sentence: Sentence): string {
  const spoken = language.split('-')[0]?.toLowerCase() ?? '';
  return (spoken === 'zh' ? TEXTS.zh : TEXTS.en)[sentence];
}

/** Where nobody knows what they read: all of them, and the client chooses. */
const textsOf = (sentence: Sentence): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(TEXTS).map(([language, texts]) => [language, texts[sentence]]));

/** A row of `moderation.reports`, as far as it is told. */
interface DecidedReport {
  readonly id: string;
  readonly reporter_id: string;
  readonly outcome: string;
  readonly language: string;
}

/** Who reported is told what became of it: that something was done, and not what, nor to whom. */
export const outcomeNotice = ({ id, reporter_id, outcome, language }: DecidedReport): Notice => ({
  userID: reporter_id,
  key: KEY,
  data: JSON.stringify({
    kind: 'report-decided',
    reportID: id,
    outcome,
    text: textIn(language, outcome === 'ACTED' ? 'ACTED' : 'NOT_ACTED'),
  }),
});

/** A row of `moderation.actions`, as far as it is told. */
interface Decision {
  readonly id: string;
  readonly kind: string;
  readonly until: Date | null;
  readonly explanation: string | null;
}

/** Whom it was decided about: what, until when, and in the moderators' words why. */
export const decisionNotice = ({ id, kind, until, explanation }: Decision): Omit<Notice, 'userID'> => ({
  key: KEY,
  data: JSON.stringify({
    kind: 'decision',
    decisionID: id,
    action: kind,
    until,
    explanation,
    texts: textsOf(isSentence(kind) ? kind : 'WARN'),
  }),
});

/** Whose message waited is told that it is not sent, and why as far as it was said. */
export const heldNotice = (message: {
  readonly id: string;
  readonly user_id: string;
  readonly state: string;
  readonly explanation: string | null;
}): Notice => ({
  userID: message.user_id,
  key: KEY,
  data: JSON.stringify({
    kind: 'message-decided',
    heldMessageID: message.id,
    outcome: message.state,
    explanation: message.explanation,
    texts: textsOf(message.state === 'EXPIRED' ? 'EXPIRED' : 'DECLINED'),
  }),
});

/** Who appealed is told what became of it. */
export const appealNotice = (appeal: {
  readonly id: string;
  readonly user_id: string;
  readonly granted: boolean | null;
  readonly answer: string | null;
}): Notice => ({
  userID: appeal.user_id,
  key: KEY,
  data: JSON.stringify({
    kind: 'appeal-decided',
    appealID: appeal.id,
    granted: appeal.granted,
    answer: appeal.answer,
    texts: textsOf(appeal.granted ? 'GRANTED' : 'REFUSED'),
  }),
});
