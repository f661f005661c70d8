import type { Callbacks } from '../callbacks/callbacks.ts';
import { PresenceCallbacks } from '../callbacks/presence.ts';
import type { Push } from '../message/transfer.ts';
import type { PolicyNumber } from '../token/login-policy.ts';
import { classOf, PC, PHONES } from '../token/platform.ts';
import type { Tokens } from '../token/tokens.ts';
import type { LiveConnection, Presence } from '../user/presence-routes.ts';
import type { Connection } from './connection.ts';
import { writeFrame } from './encoding.ts';
import { unasked } from './frame.ts';
import { encode } from './proto.ts';
import { toProto } from './proto-message.ts';

const PUSH = 2001;
const STATUS = 2005;

interface HubSettings {
  callbacks: Callbacks;
  policy: PolicyNumber;
  tokens: Tokens;
  presenceEveryMs: number;
}

/** All open sockets, and who of their users counts as online. */
export class Hub implements Presence {
  private readonly connections = new Map<string, Set<Connection>>();
  private readonly published = new Map<string, readonly number[]>();
  private readonly watchers = new Map<string, Set<Connection>>();
  /** Who came since the ticker last looked. */
  private readonly arrived = new Set<string>();
  private readonly settings: HubSettings;
  private readonly callbacks: PresenceCallbacks;
  private readonly ticker: NodeJS.Timeout;

  constructor(settings: HubSettings) {
    this.settings = settings;
    this.callbacks = new PresenceCallbacks(settings.callbacks);
    this.ticker = setInterval(() => this.publishArrivals(), settings.presenceEveryMs).unref();
  }

  private of(userID: string): Connection[] {
    return [...(this.connections.get(userID) ?? [])];
  }

  connectionsOf(userID: string): LiveConnection[] {
    return this.of(userID).map(({ hello, connID, isBackground }) => ({
      platformID: hello.platformID,
      connID,
      isBackground,
      token: hello.token,
    }));
  }

  platformsOf(userID: string): readonly number[] {
    return this.published.get(userID) ?? [];
  }

  add(connection: Connection): void {
    const { userID } = connection.hello;
    this.replaceOthers(connection);
    const own = this.connections.get(userID);
    if (own === undefined) this.connections.set(userID, new Set([connection]));
    else own.add(connection);
    this.arrived.add(userID);
  }

  remove(connection: Connection): void {
    const { userID } = connection.hello;
    const own = this.connections.get(userID);
    if (!own?.delete(connection)) return;
    if (own.size === 0) this.connections.delete(userID);
    for (const watched of connection.subscribed) this.watchers.get(watched)?.delete(connection);
    // Recordings find a user offline within 300 ms of a kick, where an arrival takes up to a second to be told.
    this.publish(userID);
  }

  /** The sockets that the login policy puts out when a newer one of the same user opens. */
  private replaceOthers(fresh: Connection): void {
    const { userID, platformID, token } = fresh.hello;
    const { policy, tokens } = this.settings;
    if (policy === 0 || (policy === 5 && classOf(platformID) === PC)) return;
    const rivals: Record<1 | 4 | 5, (other: Connection) => boolean> = {
      1: ({ hello }) => hello.platformID === platformID,
      4: ({ hello }) => classOf(hello.platformID) === classOf(platformID),
      5: ({ hello }) => classOf(hello.platformID) !== PC,
    };
    const all = this.of(userID).filter(rivals[policy]);
    const kicked = all.filter(({ hello }) => hello.token !== token);
    this.kick(kicked);
    if (policy === 4) tokens.kickAll(kicked.map(({ hello }) => hello.token));
    else if (all.length > 0) tokens.kickPlatform(userID, platformID, token);
  }

  private kick(connections: readonly Connection[]): void {
    for (const connection of connections) {
      this.remove(connection);
      connection.kick();
    }
  }

  disconnect(userID: string, platformID: number): void {
    this.kick(this.of(userID).filter(({ hello }) => hello.platformID === platformID));
  }

  isOnPhone(userID: string): boolean {
    const awake = this.published.has(userID) ? this.of(userID).filter((connection) => !connection.sleeps) : [];
    return awake.some(({ hello }) => PHONES.includes(hello.platformID));
  }

  readonly push: Push = (userIDs, { conversationID, isNotice, message, operationID }) => {
    const online = [...new Set(userIDs)].filter((userID) => this.published.has(userID));
    if (online.length === 0) return;
    const parcels = { [conversationID]: { Msgs: [toProto(message)] } };
    const data = encode('PushMessages', isNotice ? { notificationMsgs: parcels } : { msgs: parcels });
    this.write(
      online.flatMap((userID) => this.of(userID)).filter((connection) => !connection.sleeps),
      unasked(PUSH, data, operationID),
    );
  };

  private write(connections: readonly Connection[], frame: ReturnType<typeof unasked>): void {
    let plain: Buffer | undefined;
    for (const connection of connections) {
      const { compressed, sdkType } = connection.hello;
      if (compressed || sdkType === 'go') connection.reply(frame);
      else {
        plain ??= writeFrame(frame, { sdkType: 'js', compressed: false });
        connection.write(plain);
      }
    }
  }

  watch(connection: Connection, change: { subscribe: readonly string[]; unsubscribe: readonly string[] }): void {
    for (const userID of change.unsubscribe) {
      connection.subscribed.delete(userID);
      this.watchers.get(userID)?.delete(connection);
    }
    for (const userID of change.subscribe) {
      connection.subscribed.add(userID);
      const watchers = this.watchers.get(userID);
      if (watchers === undefined) this.watchers.set(userID, new Set([connection]));
      else watchers.add(connection);
    }
  }

  private publishArrivals(): void {
    for (const userID of this.arrived) this.publish(userID);
    this.arrived.clear();
  }

  private publish(userID: string): void {
    const platforms = [...new Set(this.of(userID).map(({ hello }) => hello.platformID))];
    const before = this.platformsOf(userID);
    if (platforms.length === 0) this.published.delete(userID);
    else this.published.set(userID, platforms);
    if (platforms.join() === before.join()) return;
    const came = platforms.filter((platform) => !before.includes(platform));
    const went = before.filter((platform) => !platforms.includes(platform));
    this.callbacks.tell(userID, { came, went });
    const tips = { subscribers: [{ userID, onlinePlatformIDs: platforms }] };
    this.write([...(this.watchers.get(userID) ?? [])], unasked(STATUS, encode('SubUserOnlineStatusTips', tips)));
  }

  close(): void {
    clearInterval(this.ticker);
    for (const own of this.connections.values()) for (const connection of own) connection.drop();
  }
}
