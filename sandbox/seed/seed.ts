import type { Caller, Route } from '../http/route.ts';
import type { Archive } from '../message/archive.ts';
import type { Message } from '../message/message.ts';
import { chatID } from '../message/message.ts';
import type { Sender } from '../message/sender.ts';
import type { Seqs } from '../message/seqs.ts';
import type { Objects } from '../object/objects.ts';
import type { Person } from '../options.ts';
import { at, now } from '../state/clock.ts';
import type { Users } from '../user/users.ts';
import { landscape, portrait } from './picture.ts';
import { mention, picture, quote, sound, spoken, text } from './script.ts';
import { melody } from './sound.ts';
import { FRIENDS, GROUP, GROUP_LINES, PENDING, PEOPLE } from './story.ts';

export interface SeedParts {
  routes: readonly Route[];
  users: Users;
  sender: Sender;
  seqs: Seqs;
  archive: Archive;
  objects: Objects;
  adminUserID: string;
}

type Act = (userID: string, path: string, body: object) => Promise<void>;

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Calls a route of this server as one of its users would. */
const actor = ({ routes, adminUserID }: SeedParts): Act => {
  const byPath = new Map(routes.map((route) => [route.path, route]));
  return async (userID, path, body) => {
    const caller: Caller = {
      userID,
      platformID: 5,
      isAdmin: userID === adminUserID,
      token: '',
      operationID: 'seed',
      query: new URLSearchParams(),
      headers: {},
    };
    await byPath.get(path)?.run(body, caller);
  };
};

const seedPeople = ({ users, objects }: SeedParts, baseURL: string): Map<string, Person> => {
  const people = PEOPLE.map((person, index) => {
    const name = `${person.userID}/face.png`;
    objects.put(name, 'image/png', portrait(index / PEOPLE.length).bytes);
    return { ...person, faceURL: `${baseURL}/object/${name}` };
  });
  users.register(people.map((person) => ({ ...person, ex: '', appMangerLevel: 0, globalRecvMsgOpt: 0 })));
  return new Map(people.map((person) => [person.userID, person]));
};

const seedFriends = async (act: Act, adminUserID: string): Promise<void> => {
  for (const [one, other] of FRIENDS)
    await act(adminUserID, '/friend/import_friend', { ownerUserID: one, friendUserIDs: [other] });
  await act(PENDING.from, '/friend/add_friend', {
    fromUserID: PENDING.from,
    toUserID: PENDING.to,
    reqMsg: PENDING.words,
  });
};

const seedGroup = async (act: Act): Promise<void> => {
  const { groupID, groupName, introduction, owner: ownerUserID, members: memberUserIDs, admins: adminUserIDs } = GROUP;
  await act(ownerUserID, '/group/create_group', {
    ownerUserID,
    memberUserIDs,
    adminUserIDs,
    groupInfo: { groupID, groupName, introduction, groupType: 2 },
  });
  await act(ownerUserID, '/group/set_group_info', { groupInfoForSet: { groupID, notification: GROUP.announcement } });
};

/** The people, and a clock that moves on by itself. */
class Stage {
  private readonly parts: SeedParts;
  private readonly people: Map<string, Person>;
  private time: number;

  constructor(parts: SeedParts, people: Map<string, Person>, time: number) {
    this.parts = parts;
    this.people = people;
    this.time = time;
  }

  person(userID: string): Person {
    return this.people.get(userID) ?? { userID, nickname: userID, faceURL: '' };
  }

  later(ms: number): number {
    this.time += ms;
    return this.time;
  }

  /** Tells what was kept of it. */
  say(
    by: string,
    to: { recvID: string } | { groupID: string },
    elem: { contentType: number; content: object },
  ): Message {
    const { sender, archive, seqs } = this.parts;
    return at(this.later(2 * MINUTE), () => {
      const message = spoken(this.person(by), to, elem);
      const mentioned = 'atUserList' in elem.content ? (elem.content.atUserList as string[]) : null;
      sender.notify({ ...message, atUserIDList: mentioned }, 'seed');
      const conversationID = chatID(message);
      return archive.entry(conversationID, seqs.max(conversationID))?.message ?? message;
    });
  }
}

const seedGroupTalk = (stage: Stage): void => {
  const to = { groupID: GROUP.groupID };
  for (const { by, text: words } of GROUP_LINES) stage.say(by, to, text(words));
  stage.say('ann', to, mention('@Cleo Marsh remember the poles', stage.person('cleo')));
};

const seedPairTalk = async ({ objects }: SeedParts, stage: Stage, act: Act, baseURL: string): Promise<void> => {
  const [toBo, toAnn] = [{ recvID: 'bo' }, { recvID: 'ann' }];
  const view = landscape();
  const tune = melody([440, 494, 554, 587, 659]);
  objects.put('bo/ridge.png', 'image/png', view.bytes);
  objects.put('ann/whistle.wav', 'audio/wav', tune.bytes);
  stage.say('ann', toBo, text('Did you get home all right?'));
  stage.say('bo', toAnn, text('Yes, just in time before the rain. Look at this from the ridge:'));
  const shown = stage.say('bo', toAnn, picture(view, `${baseURL}/object/bo/ridge.png`));
  stage.say('ann', toBo, quote('That one goes on the wall', shown));
  stage.say('ann', toBo, sound(tune, `${baseURL}/object/ann/whistle.wav`));
  stage.say('bo', toAnn, text('Is that your ringtone now?'));
  const slip = stage.say('ann', toBo, text('My PIN is 4711, can you let the cat in?'));
  const revocation = { userID: 'ann', conversationID: chatID(slip), seq: slip.seq };
  await at(stage.later(MINUTE), () => act('ann', '/msg/revoke_msg', revocation));
  stage.say('ann', toBo, text('Wrong chat. The cat is fine.'));
  stage.say('bo', toAnn, text('Glad to hear it'));
};

/** Fills an empty server with a few friends who have known each other for some days. */
export const seedWorld = async (parts: SeedParts, baseURL: string): Promise<void> => {
  const act = actor(parts);
  const today = now();
  const people = at(today - 96 * HOUR, () => seedPeople(parts, baseURL));
  await at(today - 90 * HOUR, () => seedFriends(act, parts.adminUserID));
  await at(today - 72 * HOUR, () => seedGroup(act));
  seedGroupTalk(new Stage(parts, people, today - 71 * HOUR));
  await seedPairTalk(parts, new Stage(parts, people, today - 5 * HOUR), act, baseURL);
};

export const seededPeople = (users: Users): Person[] =>
  users
    .find(PEOPLE.map(({ userID }) => userID))
    .map(({ userID, nickname, faceURL }) => ({ userID, nickname, faceURL }));
