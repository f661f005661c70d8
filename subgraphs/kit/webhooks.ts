import type { AuditActor } from './audit.ts';
import type { Fact } from './events.ts';

/** What is told to somebody else's server. */
export type WebhookKind = Fact['kind'];

/** Somebody else's server, which is told what happens. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly kinds: readonly WebhookKind[];
  /** Whether it is told what people wrote. */
  readonly withContent: boolean;
  readonly createdAt: Date;
  /** Since when every try fails; null: the last one did not. */
  readonly failingSince: Date | null;
  readonly disabledAt: Date | null;
  /** `GONE`: it answered 410. */
  readonly disabledFor: 'ADMIN' | 'FAILING' | 'GONE' | null;
  /** Those that sign now, the newest first. */
  readonly secrets: readonly EndpointSecret[];
}

/** Of a secret that signs, what may be shown. */
export interface EndpointSecret {
  readonly id: string;
  readonly createdAt: Date;
  /** Null: until there is another. */
  readonly expiresAt: Date | null;
}

/** A new secret, as it is shown this once. */
export interface WebhookWithSecret {
  readonly endpoint: Endpoint;
  readonly secret: string;
}

/** One event, for one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly endpointID: string;
  /** `webhook-id`: the same at each try. */
  readonly webhookID: string;
  /** Null for a test. */
  readonly kind: WebhookKind | null;
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED';
  readonly attempts: number;
  readonly createdAt: Date;
  /** Null where nothing is tried any more. */
  readonly nextAttemptAt: Date | null;
  /** When it was delivered, or given up. */
  readonly settledAt: Date | null;
  /** Of the last try: the HTTP status, and ms until it came. */
  readonly status: number | null;
  readonly latency: number | null;
  /** What was wrong at the last try, by its code. */
  readonly problem: string | null;
}

export interface WebhookSettings {
  readonly url: string;
  readonly description: string | null;
  readonly kinds: readonly WebhookKind[];
  readonly withContent: boolean;
}

/** Who does it, and why: recorded with it. */
export interface WebhookDeed {
  readonly actor: AuditActor;
  readonly reason: string;
}

/** Where admins set up whom to tell. What is not there rejects with NOT_FOUND. */
export interface WebhookDesk {
  /** Oldest first; a few. */
  endpoints(): Promise<readonly Endpoint[]>;
  endpoint(id: string): Promise<Endpoint | null>;
  create(settings: WebhookSettings, by: WebhookDeed): Promise<WebhookWithSecret>;
  /** Absent stays as it is. Enabling it again tells what waited. */
  update(id: string, changes: Partial<WebhookSettings> & { enabled?: boolean }, by: WebhookDeed): Promise<Endpoint>;
  /** A new secret; the one of now signs, too, for `overlap` ms more. */
  rotate(id: string, overlap: number, by: WebhookDeed): Promise<WebhookWithSecret>;
  remove(id: string, by: WebhookDeed): Promise<Endpoint>;

  /** Newest first; `before`: the id of the last row seen. One more than `first` where there are more. */
  deliveries(
    endpointID: string,
    page: { first: number; before: string | null; state: Delivery['state'] | null },
  ): Promise<readonly Delivery[]>;
  /** An event that says nothing, now. */
  test(id: string, by: WebhookDeed): Promise<Delivery>;
  /** Tries again, from the first try on. */
  redeliver(deliveryID: string, by: WebhookDeed): Promise<Delivery>;
  /** Tells again everything of its kinds that was kept in this time; how many. */
  replay(id: string, span: { from: Date; to: Date }, by: WebhookDeed): Promise<number>;
}
