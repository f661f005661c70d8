import type { Knex } from 'knex';
import { Fault } from '../../kit/fault.ts';
import { newSortableID } from '../ids.ts';

export type NetworkEffect = 'ALLOW' | 'DENY';
export type NetworkPurpose = 'REGISTER' | 'SIGN_IN' | 'BOTH';

export interface NetworkRule {
  readonly network: string;
  readonly effect: NetworkEffect;
  readonly purpose: NetworkPurpose;
  readonly note: string;
  readonly expiresAt: Date | null;
}

export interface NetworkRuleRow {
  readonly id: string;
  /** CIDR notation, host bits cleared. */
  readonly network: string;
  readonly effect: NetworkEffect;
  readonly purpose: NetworkPurpose;
  readonly note: string;
  readonly created_by: string;
  readonly created_at: Date;
  readonly expires_at: Date | null;
}

/** From where people may register and sign in. */
export interface Networks {
  /** Of the rules that hold for an address the narrowest decides, DENY before ALLOW; NETWORK_REFUSED where it says so. */
  check(purpose: 'REGISTER' | 'SIGN_IN', ip: string, on: Knex): Promise<void>;
  /** A person's own list, where they have one; NETWORK_REFUSED for every other address. */
  checkOwn(userID: string, ip: string, on: Knex): Promise<void>;
  /** Those that hold, newest first. */
  rules(): Promise<readonly NetworkRuleRow[]>;
  add(rule: NetworkRule, createdBy: string, on: Knex): Promise<NetworkRuleRow>;
  remove(id: string, on: Knex): Promise<NetworkRuleRow | null>;
  own(userIDs: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  setOwn(userID: string, networks: readonly string[], on: Knex): Promise<void>;
  /** Deletes rules that have expired. */
  sweep(): Promise<void>;
}

export function createNetworks(db: Knex): Networks {
  const rulesTable = (on: Knex = db) => on.table('identity.network_rules');
  const ownTable = (on: Knex = db) => on.table('identity.own_networks');
  const alive = (query: Knex.QueryBuilder): void =>
    void query.whereNull('expires_at').orWhere('expires_at', '>', db.fn.now());

  return {
    async check(purpose, ip, on) {
      const narrowest = await rulesTable(on)
        .whereRaw('network >>= ?::inet', [addressOf(ip)])
        .whereIn('purpose', [purpose, 'BOTH'])
        .where(alive)
        .orderByRaw(`masklen(network) desc, effect = 'DENY' desc`)
        .first<{ effect: NetworkEffect } | undefined>('effect');
      if (narrowest?.effect === 'DENY') throw new Fault('NETWORK_REFUSED');
    },

    async checkOwn(userID, ip, on) {
      const rows = await ownTable(on)
        .where({ user_id: userID })
        .select<{ holds: boolean }[]>(on.raw('network >>= ?::inet as holds', [addressOf(ip)]));
      if (rows.length > 0 && !rows.some(({ holds }) => holds)) throw new Fault('NETWORK_REFUSED');
    },

    rules: () => rulesTable().where(alive).orderBy('id', 'desc').select<NetworkRuleRow[]>(),

    async add({ expiresAt, ...rule }, createdBy, on) {
      const row = { ...rule, id: newSortableID(), created_by: createdBy, expires_at: expiresAt };
      const [made] = await rulesTable(on)
        .insert({ ...row, network: cleared(rule.network, on) })
        .returning<NetworkRuleRow[]>('*');
      return made as NetworkRuleRow;
    },

    async remove(id, on) {
      const [gone] = await rulesTable(on).where({ id }).delete().returning<NetworkRuleRow[]>('*');
      return gone ?? null;
    },

    async own(userIDs) {
      const rows = await ownTable().whereIn('user_id', userIDs).orderBy('network').select<OwnRow[]>();
      return new Map(
        Array.from(
          Map.groupBy(rows, (row) => row.user_id),
          ([id, own]) => [id, own.map((row) => row.network)],
        ),
      );
    },

    async setOwn(userID, networks, on) {
      await ownTable(on).where({ user_id: userID }).delete();
      const rows = networks.map((network) => ({ user_id: userID, network: cleared(network, on) }));
      if (rows.length > 0) await ownTable(on).insert(rows).onConflict().ignore();
    },

    sweep: async () => {
      await rulesTable().where('expires_at', '<', db.fn.now()).delete();
    },
  };
}

interface OwnRow {
  readonly user_id: string;
  readonly network: string;
}

/** Without the bits of the host, which `cidr` does not take. */
const cleared = (network: string, on: Knex): Knex.Raw => on.raw('network(?::inet)', [network]);

/** An IPv4 address that came in through IPv6 is that IPv4 address. */
const addressOf = (ip: string): string => ip.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '');
