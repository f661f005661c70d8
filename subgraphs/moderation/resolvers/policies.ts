import { badInput, Fault } from '../../kit/fault.ts';
import type { GuardedFetch } from '../../kit/guarded-fetch.ts';
import { connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import type {
  MutationResolvers,
  PolicySubscriptionResolvers,
  PolicyTrustInput,
  PolicyTrustResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import { adminOf, audited, type ModerationContext } from '../context.ts';
import {
  countSubscriptions,
  deleteSubscription,
  dueNow,
  insertSubscription,
  lockSubscription,
  readSubscription,
  readSubscriptionPage,
  type SubscriptionRow,
  stateOf,
  type Trust,
} from '../policies/subscriptions.ts';
import { listsIn, mediaListsIn } from '../rules/rule-book.ts';
import { readRules } from '../rules/store.ts';
import { wordsIn } from '../words.ts';
import { referenceTo } from './reference.ts';

const LIST = 'policy-subscriptions';
const LONGEST_NAME = 80;
const LONGEST_ADDRESS = 2_000;
const MOST_KEYS = 10;

export const policyQueries = {
  policySubscription: async (_, { id }, { db }) => (await readSubscription(id, db)) ?? null,
  policySubscriptions: async (_, { first, after }, { db }) => {
    const rows = rowsAsked(first);
    const before = after == null ? null : positionOf(LIST, after);
    const [found, total] = await Promise.all([
      readSubscriptionPage({ limit: rows + 1, before }, db),
      countSubscriptions(db),
    ]);
    const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(LIST, node.id), node }));
    return connection(page, { next: found.length > rows, previous: before !== null, total });
  },
} satisfies QueryResolvers;

export const subscribing = {
  subscribePolicyList: async (_, { input, reason }, context) => {
    const name = wordsIn(input.name, 'input.name', LONGEST_NAME);
    const url = addressOf(input.url, 'input.url', context.guarded);
    const trust = trustOf(input.trust, 'input.trust', context.guarded);
    const { sharedHashes } = context;
    const change = { author: adminOf(context), reason: reasonOf(reason) };
    return changed(context, reason, async (on) => {
      const row = await insertSubscription({ name, url, trust }, { change, sharedHashes }, on);
      return { row, entry: entryOf('subscribe', row, { name, url, trust }) };
    });
  },
  unsubscribePolicyList: (_, { id, reason }, context) =>
    changed(context, reason, async (on) => {
      const row = await lockSubscription(id, on);
      const used = await usersOf(row, on);
      if (used.length > 0) throw new Fault('LIST_IN_USE', { rules: used.join(', ') });
      await deleteSubscription(row, context.sharedHashes, on);
      return { row, entry: entryOf('unsubscribe', row, null) };
    }),
  refreshPolicyList: (_, { id, reason }, context) =>
    changed(context, reason, async (on) => {
      await lockSubscription(id, on);
      const row = await dueNow(id, on);
      return { row, entry: entryOf('refresh', row, null) };
    }),
  trustPolicyList: (_, { id, trust: given, reason }, context) => {
    const trust = trustOf(given, 'trust', context.guarded);
    return changed(context, reason, async (on) => {
      await lockSubscription(id, on);
      // The same document may be good now: it is asked for whole.
      const row = await dueNow(id, on, { trust: JSON.stringify(trust), etag: null });
      return { row, entry: entryOf('trust', row, { trust }) };
    });
  },
} satisfies MutationResolvers;

type Work = Parameters<typeof audited<{ row: SubscriptionRow; entry: ReturnType<typeof entryOf> }>>[2];
type On = Parameters<Work>[0];

async function changed(context: ModerationContext, reason: string, work: Work): Promise<SubscriptionRow> {
  const { row } = await audited(context, reasonOf(reason), work);
  await context.ruleBook.changed();
  context.policies.now();
  return row;
}

const entryOf = (deed: string, { id, url }: SubscriptionRow, after: object | null) => ({
  ...{ action: `policy-list.${deed}`, target: `policy-list:${id}` },
  after: after ?? { url },
});

/** Names of rules in force that look into its lists. */
async function usersOf(row: SubscriptionRow, on: On): Promise<readonly string[]> {
  const own = [row.words_list_id, row.domains_list_id, row.files_list_id];
  const rules = await readRules(on);
  return rules.flatMap(({ definition }) =>
    definition.state !== 'OFF' && [...listsIn(definition), ...mediaListsIn(definition)].some((id) => own.includes(id))
      ? [definition.name]
      : [],
  );
}

function trustOf(given: PolicyTrustInput, field: string, guarded: GuardedFetch): Trust {
  if (given.jwksURL != null) return { jwksURL: addressOf(given.jwksURL, `${field}.jwksURL`, guarded) };
  const thumbprints = [...new Set(given.thumbprints ?? [])];
  if (thumbprints.length === 0 || thumbprints.length > MOST_KEYS)
    throw badInput(`${field}.thumbprints`, `1 to ${MOST_KEYS} thumbprints are expected`);
  if (!thumbprints.every((each) => /^[\w-]{43}$/.test(each)))
    throw badInput(`${field}.thumbprints`, 'SHA-256 thumbprints of RFC 7638 are expected, 43 characters of base64url');
  return { thumbprints };
}

function addressOf(text: string, field: string, guarded: GuardedFetch): string {
  const address = wordsIn(text, field, LONGEST_ADDRESS);
  guarded.check(address, field);
  return address;
}

export const PolicySubscription: PolicySubscriptionResolvers = {
  state: stateOf,
  words: ({ words_list_id: id }, _, { wordListByID }) => wordListByID.load(id),
  domains: ({ domains_list_id: id }, _, { wordListByID }) => wordListByID.load(id),
  files: ({ files_list_id }) => referenceTo(files_list_id),
  version: ({ version }) => (version === null ? null : Number(version)),
  passedOver: ({ passed_over }) => passed_over,
  acceptedAt: ({ accepted_at }) => accepted_at,
  expiresAt: ({ expires_at }) => expires_at,
  faultDetail: ({ fault_detail }) => fault_detail,
  lookedAt: ({ looked_at }) => looked_at,
  nextLookAt: ({ due_at }) => due_at,
  createdAt: ({ created_at }) => created_at,
};

export const PolicyTrust: PolicyTrustResolvers = {
  thumbprints: (trust) => ('thumbprints' in trust ? trust.thumbprints : null),
  jwksURL: (trust) => ('jwksURL' in trust ? trust.jwksURL : null),
};
