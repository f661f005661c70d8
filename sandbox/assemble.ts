import { join } from 'node:path';
import { authRoutes } from './auth/routes.ts';
import { Callbacks } from './callbacks/callbacks.ts';
import type { CallbackOptions } from './callbacks/options.ts';
import { RECEIVE } from './conversation/conversation.ts';
import { Conversations } from './conversation/conversations.ts';
import { Openings } from './conversation/openings.ts';
import { conversationRoutes } from './conversation/routes.ts';
import { Faults } from './faults/faults.ts';
import { Friendships } from './friend/friendships.ts';
import { spreadProfile as spreadToFriends } from './friend/profile.ts';
import { friendRoutes } from './friend/routes.ts';
import { Hub } from './gateway/hub.ts';
import { createEmptying } from './group/dismissal.ts';
import { Groups } from './group/groups.ts';
import { spreadProfile as spreadToGroups } from './group/profile.ts';
import { groupRoutes } from './group/routes.ts';
import type { Route } from './http/route.ts';
import { jssdkRoutes } from './jssdk/routes.ts';
import { Archive } from './message/archive.ts';
import { createDepartures } from './message/departures.ts';
import { messageRoutes } from './message/routes.ts';
import { Sender } from './message/sender.ts';
import { SentLog } from './message/sent-log.ts';
import { Seqs } from './message/seqs.ts';
import { Transfer } from './message/transfer.ts';
import { Notifier } from './notify/notifier.ts';
import { Objects } from './object/objects.ts';
import { objectPage } from './object/pages.ts';
import { objectRoutes } from './object/routes.ts';
import { Thumbnails } from './object/thumbnails.ts';
import { Uploads } from './object/uploads.ts';
import { configRoutes } from './ops/config-routes.ts';
import { operationsPages } from './ops/pages.ts';
import { State } from './state/state.ts';
import { activityRoutes } from './statistics/activity-routes.ts';
import { growthRoutes } from './statistics/growth-routes.ts';
import { Bucket } from './store/bucket.ts';
import { openFiles } from './store/files.ts';
import { Signer } from './store/signer.ts';
import { thirdRoutes } from './third/routes.ts';
import type { PolicyNumber } from './token/login-policy.ts';
import { LOGIN_POLICIES } from './token/login-policy.ts';
import { Tokens } from './token/tokens.ts';
import { userRoutes } from './user/routes.ts';
import { Users } from './user/users.ts';

export interface Settings {
  dataDir: string | undefined;
  fresh: boolean;
  secret: string;
  adminUserID: string;
  multiLoginPolicy: PolicyNumber;
  presenceEveryMs: number;
  callbacks: CallbackOptions | undefined;
}

// The names of OpenIM's own defaults.
const BUCKET_NAME = 'openim';
const ACCESS_KEY = 'root';

/** What everything stands on: who exists and what was said. */
const assembleStores = ({ dataDir, fresh, adminUserID, secret, multiLoginPolicy, ...settings }: Settings) => {
  const state = new State(dataDir, fresh);
  const seqs = new Seqs(state);
  const bucket = new Bucket(state, openFiles(dataDir && join(dataDir, 'objects'), fresh));
  const users = new Users(state, adminUserID);
  const faults = new Faults();
  const callbacks = new Callbacks(settings.callbacks, faults);
  const conversations = new Conversations(state, seqs);
  return {
    adminUserID,
    secret,
    state,
    seqs,
    users,
    tokens: new Tokens(state, { secret, policy: LOGIN_POLICIES[multiLoginPolicy] }),
    faults,
    callbacks,
    conversations,
    openings: new Openings(conversations, callbacks),
    archive: new Archive(state),
    sent: new SentLog(state),
    bucket,
    objects: new Objects(state, bucket),
    signer: new Signer(BUCKET_NAME, { accessKey: ACCESS_KEY, secretKey: secret }),
    friendships: new Friendships(state),
    groups: new Groups(state, users),
  };
};

/** All parts of the server, wired. The order is the order in which they know each other. */
export const assemble = (settings: Settings) => {
  const stores = assembleStores(settings);
  const afterGroupPush = createDepartures({ ...stores, emptyGroup: createEmptying(stores) });
  const hub = new Hub({
    policy: settings.multiLoginPolicy,
    tokens: stores.tokens,
    callbacks: stores.callbacks,
    presenceEveryMs: settings.presenceEveryMs,
  });
  const isOnPhone = (userID: string) => hub.isOnPhone(userID);
  const isSilenced = (userID: string, conversationID: string) =>
    (stores.conversations.get(userID, conversationID)?.recvMsgOpt ?? RECEIVE.all) !== RECEIVE.all;
  const transfer = new Transfer({ ...stores, push: hub.push, isOnPhone, isSilenced, afterGroupPush });
  const sender = new Sender({ ...stores, transfer });
  const notifier = new Notifier((message, operationID) => sender.notify(message, operationID));
  stores.conversations.onChange((userID, conversationID) => notifier.conversationChanged(userID, conversationID));
  const disconnect = (userID: string, platformID: number) => hub.disconnect(userID, platformID);
  const { bucket, signer } = stores;
  const objectParts = { uploads: new Uploads(bucket, signer), thumbnails: new Thumbnails(bucket) };
  const parts = { ...stores, ...objectParts, hub, transfer, sender, notifier, presence: hub, disconnect };
  stores.users.onProfileChange(spreadToGroups(parts));
  stores.users.onProfileChange(spreadToFriends(parts));
  const routes: Route[] = [
    ...authRoutes(parts),
    ...userRoutes(parts),
    ...messageRoutes(parts),
    ...conversationRoutes(parts),
    ...jssdkRoutes(parts),
    ...growthRoutes({ ...parts, groupTimes: () => stores.groups.createTimes() }),
    ...activityRoutes(parts),
    ...friendRoutes(parts),
    ...groupRoutes(parts),
    ...objectRoutes(parts),
    ...thirdRoutes(parts),
    ...configRoutes({ ...settings, signer: stores.signer }),
  ];
  return { ...parts, routes, pages: [objectPage(parts), ...operationsPages] };
};

export type Parts = ReturnType<typeof assemble>;
