import assert from 'node:assert/strict';
import { concatAST, parse } from 'graphql';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { openDoor } from '../../gateway/door.ts';
import { createObserver } from '../../gateway/observe.ts';
import { createAuditLog } from '../../subgraphs/identity/audit/log.ts';
import { createIdentity, type Identity } from '../../subgraphs/identity/index.ts';
import type { IdentitySettings } from '../../subgraphs/identity/settings.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import type { Store } from '../../subgraphs/kit/store.ts';
import { createOpenIM, type OpenIMOptions } from '../../subgraphs/openim/rest/openim.ts';
import { type Signing, sign } from '../gateway/signer.ts';
import { type Answer, compose, send } from '../gateway/world.ts';
import { ME, RENEW, REQUEST, VERIFY } from './documents.ts';
import { halfKey } from './handshake.ts';

/** What came back, read as a test wants it. */
export interface Told {
  readonly status: number;
  /** As JSON gave it: a test reads what it expects to find. */
  readonly data: Answer['json'];
  /** Of the first error. */
  readonly reason: string | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface Asked {
  readonly query: string;
  readonly variables?: object;
  readonly as?: Pick<Signing, 'key' | 'keyid'> & Partial<Signing>;
  readonly bearer?: string;
  /** The client's address, as a trusted proxy tells it. */
  readonly from?: string;
}

/** Somebody's session, as their client holds it. */
export interface Login {
  readonly key: Buffer;
  readonly keyid: string;
  readonly userID: string;
  readonly deviceID: string;
  readonly imToken: string | null;
  readonly wsURL: string;
  readonly vouched: boolean;
  readonly session: Readonly<Record<string, unknown>>;
}

export interface Device {
  readonly id?: string;
  readonly platform?: string;
  readonly nickname?: string;
}

/** One node of ours, asked over HTTP. */
export interface Node {
  readonly identity: Identity;
  readonly port: number;
  readonly db: Knex;
  ask(asked: Asked): Promise<Told>;
  /** Asks who one is: 'ok', or the reason of the refusal. */
  who(login: Pick<Login, 'key' | 'keyid'>): Promise<string>;
  request(address: string, from?: string): Promise<Told>;
  /** The code that this node sent there last. */
  code(address: string): Promise<string>;
  signIn(address: string, device?: Device): Promise<Login>;
  renew(login: Login): Promise<Told & { login(): Login }>;
  stop(): Promise<void>;
}

export interface NodeParts {
  readonly databaseURL: string;
  readonly store: Store;
  readonly openim: Pick<OpenIMOptions, 'apiURL' | 'adminUserID' | 'secret'>;
  readonly settings: IdentitySettings;
  readonly log: Logger;
}

/** Composition does not know it by itself. */
const ONE_OF = parse('directive @oneOf on INPUT_OBJECT');
let supergraph: string | undefined;

export async function startNode({ databaseURL, store, openim: at, settings, log }: NodeParts): Promise<Node> {
  const db = openDatabase(databaseURL, log);
  const openim = createOpenIM({ ...at, store, log, policy: settings.multiLoginPolicy, production: true });
  const identity: Identity = await createIdentity({
    db,
    store,
    openim,
    audit: createAuditLog(db),
    announce: async () => {},
    holders: () => [identity.subgraph],
    appeals: () => ({ wayFor: async () => null }),
    settings,
    log,
  });
  supergraph ??= compose([{ ...identity.subgraph, typeDefs: concatAST([identity.subgraph.typeDefs, ONE_OF]) }]);
  const door = await openDoor({
    ...{ host: '127.0.0.1', port: 0, trustProxy: ['127.0.0.1'], corsOrigins: [], supergraph, log },
    subgraphs: [identity.subgraph],
    authorities: { sessions: identity.sessions, admins: identity.admins, now: () => Date.now() },
    dependencies: [],
    wellKnown: { identityKeys: identity.identityKeys, adminKeys: identity.adminKeys, endpoints: () => ({}) },
    outbox: null,
    stickers: { read: async () => null, take: () => Promise.reject(new Error('nothing is taken')) },
    sharedLists: { read: async () => null },
    exports: identity.exports,
    observer: createObserver(),
  });

  async function ask({ query, variables, as, bearer, from = '192.0.2.1' }: Asked): Promise<Told> {
    const body = JSON.stringify({ query, variables });
    const headers = {
      'content-type': 'application/json',
      'x-forwarded-for': from,
      ...(as === undefined ? {} : sign({ body, ...as })),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    };
    const { status, json, text } = await send(door.port, { headers, body });
    const extensions = json?.errors?.[0]?.extensions ?? {};
    return { status, data: json?.data, reason: extensions.reason, extensions, text };
  }

  const identityKey = String(identity.identityKeys[0]?.x);
  function loginOf(payload: Answer['json'], half: ReturnType<typeof halfKey>, binding: string): Login {
    const { session, userID, imToken, wsURL } = payload;
    const names = { sessionID: session.id, userID, deviceID: session.device.id, binding };
    return {
      ...half.agree(names, { ...session, identityKey }),
      ...{ keyid: session.id, userID, deviceID: session.device.id, imToken, wsURL, session },
    };
  }

  const node: Node = {
    identity,
    port: door.port,
    db,
    ask,
    who: async ({ key, keyid }) => {
      const { data, reason } = await ask({ query: ME, as: { key, keyid } });
      return data?.me?.id === undefined ? String(reason) : 'ok';
    },
    request: (address, from) =>
      ask({
        query: REQUEST,
        variables: { input: address.includes('@') ? { email: address } : { phone: address } },
        ...(from === undefined ? {} : { from }),
      }),
    code: async (address) => {
      for (let looks = 0; looks < 100; looks += 1) {
        const found = identity.outbox?.().find(({ to }) => to === address);
        if (found) return found.code;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new assert.AssertionError({ message: 'No code was sent there.' });
    },
    async signIn(address, { id, platform = 'WEB', nickname } = {}) {
      const challenge = await node.request(address);
      assert.ok(challenge.data?.requestOTP, challenge.text);
      const challengeID = challenge.data.requestOTP.id;
      const half = halfKey();
      const device = { name: 'Test', platform, publicKey: half.publicKey, ...(id === undefined ? {} : { id }) };
      const input = { challengeID, code: await node.code(address), device, nickname };
      const answer = await ask({ query: VERIFY, variables: { input } });
      assert.ok(answer.data?.verifyOTP, answer.text);
      return loginOf(answer.data.verifyOTP, half, challengeID);
    },
    async renew(login) {
      const half = halfKey();
      const { publicKey } = half;
      const told = await ask({ query: RENEW, variables: { publicKey }, as: { key: login.key, keyid: login.keyid } });
      return { ...told, login: () => loginOf(told.data.renewSession, half, login.keyid) };
    },
    stop: async () => {
      await door.close(0);
      await identity.stop();
      await openim.stop();
      await db.destroy();
    },
  };
  return node;
}
