import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { createDoor } from '../events/door/door.ts';
import { makeSecret, readSecret, type WebhookSecret } from '../events/door/secrets.ts';
import { openBanList } from '../subgraphs/identity/bans/ban-list.ts';
import type { Judge } from '../subgraphs/kit/decisions.ts';
import type { Keeper } from '../subgraphs/kit/events.ts';
import type { Store } from '../subgraphs/kit/store.ts';
import type { WebhookDoor } from '../subgraphs/kit/webhook-door.ts';
import { keepKeys } from './config/kept-keys.ts';
import type { Config } from './config.ts';
import type { Languages } from './http/languages.ts';
import type { Observer } from './observe.ts';

export interface WebhooksGround {
  readonly db: Knex;
  readonly store: Store;
  readonly keeper: Keeper;
  /** After the list of bans, in this order. */
  readonly judges: readonly Judge[];
  readonly languages: Languages;
  readonly config: Config;
  readonly observer: Observer;
  readonly log: Logger;
}

export interface OpenWebhooks {
  readonly door: WebhookDoor;
  /** What OpenIM's `webhooks.url` has to be, where we are reached at this origin. */
  urlAt(origin: string): string;
}

/** Assembles where OpenIM's callbacks come in. */
export async function openWebhooks(ground: WebhooksGround, undo: AsyncDisposableStack): Promise<OpenWebhooks> {
  const { db, store, keeper, judges, languages, config, observer, log } = ground;
  const bans = await openBanList({ db, store, log });
  undo.defer(() => bans.stop());
  const secrets = secretsOf(config);
  const door = createDoor({
    ...{ db, keeper, secrets, log, networks: config.webhookNetworks, judges: [bans.judge, ...judges] },
    languageOf: languages.of,
    onCallback: observer.callback,
  });
  undo.defer(() => door.stop());
  return { door, urlAt: (origin) => addressOf(origin, secrets) };
}

function secretsOf({ dataDir, keys }: Config): readonly WebhookSecret[] {
  const given = { WEBHOOK_SECRETS: keys.WEBHOOK_SECRETS };
  const { WEBHOOK_SECRETS: texts } = keepKeys(dataDir, given, { WEBHOOK_SECRETS: makeSecret });
  return texts.split(',').map(readSecret);
}

function addressOf(origin: string, [newest]: readonly WebhookSecret[]): string {
  const url = new URL(`/webhooks/openim/${newest?.path ?? ''}`, origin);
  if (newest?.password) {
    url.username = 'openim';
    url.password = newest.password;
  }
  return url.href;
}
