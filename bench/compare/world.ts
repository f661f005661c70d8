import { createClient } from '../../client/index.ts';
import type { KeptSession } from '../../client/storage.ts';
import { type OpenIM, openOpenIM } from './subset/openim.ts';

const PEOPLE = 32;
const GROUPS = 50;
const MESSAGES = 110;
/** Of each group, who has said something. */
const SPEAKERS = 8;

/** Somebody who is signed in; `bearer` is what they show where requests are not signed. */
export interface Person {
  readonly userID: string;
  readonly imToken: string;
  readonly bearer: string;
}

export interface World {
  readonly people: readonly Person[];
  readonly groupIDs: readonly string[];
  readonly adminToken: string;
}

/** The address of a person. */
export const email = (nth: number): string => `bench${nth}@example.com`;

/** Signs all of them in at one of our gateways, each time anew: OpenIM ends what was signed in on such a platform before. */
export async function signIn(gateway: string, platform: 'WEB' | 'IOS'): Promise<readonly KeptSession[]> {
  const sessions: KeptSession[] = [];
  for (let nth = 0; nth < PEOPLE; nth += 1) {
    const client = createClient({ url: `${gateway}/graphql`, device: { name: 'Bench', platform } });
    const { id: challengeID } = await client.requestOTP({ email: email(nth) });
    const sent = (await (await fetch(`${gateway}/dev/outbox`)).json()) as { to: string; code: string }[];
    const code = sent.find(({ to }) => to === email(nth))?.code ?? '';
    sessions.push(await client.verifyOTP({ challengeID, code, nickname: `Person ${nth}` }));
  }
  return sessions;
}

/** Groups in which all of them are, with texts, pictures and files. */
export async function furnish(openimURL: string, sessions: readonly KeptSession[]): Promise<World> {
  const openim = openOpenIM(openimURL);
  const admin = { secret: 'openIM123', userID: 'imAdmin' };
  const { token } = await openim.post<{ token: string }>('/auth/get_admin_token', '', admin);
  const people = sessions.map(({ userID, imToken }, nth) => ({ userID, imToken: imToken ?? '', bearer: `b${nth}` }));
  const ids = people.map(({ userID }) => userID);
  for (const [nth, userID] of ids.entries()) {
    const userInfo = { userID, faceURL: `https://cdn.example/faces/${nth}.png` };
    await openim.post('/user/update_user_info_ex', token, { userInfo });
  }
  const groupIDs = Array.from({ length: GROUPS }, (_, nth) => `bench${nth}`);
  for (const [nth, groupID] of groupIDs.entries()) await group(openim, token, { groupID, nth, ids });
  return { people, groupIDs, adminToken: token };
}

async function group(
  openim: OpenIM,
  token: string,
  { groupID, nth, ids }: { groupID: string; nth: number; ids: readonly string[] },
): Promise<void> {
  const groupInfo = { groupID, groupName: `Group ${nth}`, groupType: 2 };
  const [ownerUserID, ...memberUserIDs] = ids;
  await openim.post('/group/create_group', token, { ownerUserID, memberUserIDs, adminUserIDs: [], groupInfo });
  for (let told = 0; told < MESSAGES; told += 1) {
    const sendID = ids[(nth + (told % SPEAKERS)) % ids.length];
    await openim.post('/msg/send_msg', token, { sendID, groupID, senderPlatformID: 5, sessionType: 3, ...said(told) });
  }
}

function said(nth: number): { contentType: number; content: object } {
  if (nth % 4 === 0) {
    const url = `https://cdn.example/pictures/${nth}.png`;
    const picture = { uuid: `p${nth}`, type: 'image/png', size: 40_000, width: 640, height: 480, url };
    const content = { sourcePath: '', sourcePicture: picture, bigPicture: picture, snapshotPicture: picture };
    return { contentType: 102, content };
  }
  if (nth % 7 === 0) {
    const sourceUrl = `https://cdn.example/files/${nth}.pdf`;
    const content = { filePath: '', uuid: `f${nth}`, sourceUrl, fileName: `${nth}.pdf`, fileSize: 9_000 };
    return { contentType: 105, content };
  }
  return { contentType: 101, content: { content: `What was said as number ${nth}, in a sentence of a usual length.` } };
}
