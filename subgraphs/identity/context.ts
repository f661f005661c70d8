import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { AppealDesk } from '../kit/appeal-desk.ts';
import type { AuditLog } from '../kit/audit.ts';
import type { Counted, Span } from '../kit/days.ts';
import { badInput, Fault } from '../kit/fault.ts';
import type { RequestScope } from '../kit/request.ts';
import type { UserViewer } from '../kit/viewer.ts';
import type { OpenIM } from '../openim/rest/openim.ts';
import type { Account, Accounts } from './accounts.ts';
import type { AddressChanges } from './addresses/changes.ts';
import type { AdminRow } from './admins/admins.ts';
import type { Admission } from './admins/index.ts';
import type { PasskeyRow } from './admins/passkeys.ts';
import type { BanRow } from './bans/ban.ts';
import type { Bans } from './bans/bans.ts';
import { bansByUsers } from './bans/list.ts';
import { type Receipt, receiptsOf } from './bans/receipts.ts';
import { type DeviceRow, devicesOf } from './devices.ts';
import type { Figure } from './figures/count.ts';
import { readFigures } from './figures/read.ts';
import type { Counts, Jobs } from './jobs/jobs.ts';
import type { Worker } from './jobs/worker.ts';
import type { Codes } from './otp/codes.ts';
import type { Limiter } from './otp/limits.ts';
import type { Registration } from './registration/registration.ts';
import type { ErasureStepRow, Erasures } from './rights/erasures.ts';
import type { Exports } from './rights/exports.ts';
import type { Endings } from './sessions/endings.ts';
import type { SessionRow } from './sessions/session.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { IdentitySettings } from './settings.ts';
import type { SignIn } from './sign-in.ts';

/** What lives as long as the process. */
export interface IdentityParts extends Codes {
  readonly db: Knex;
  readonly settings: IdentitySettings;
  readonly accounts: Accounts;
  readonly appeals: () => AppealDesk;
  readonly admins: Admission;
  readonly sessions: Sessions;
  readonly endings: Endings;
  readonly signIn: SignIn;
  readonly audit: AuditLog;
  readonly addressChanges: AddressChanges;
  readonly registration: Registration;
  readonly limiter: Limiter;
  readonly exports: Exports;
  readonly erasures: Erasures;
  readonly jobs: Jobs;
  readonly worker: Worker;
  readonly bans: Bans;
  readonly openim: Pick<OpenIM, 'users'>;
}

/** What one request of one viewer adds to it. */
export interface IdentityContext extends IdentityParts {
  readonly scope: RequestScope;
  readonly accountByID: DataLoader<string, Account | null>;
  /** For admins who look at people's addresses: that they did is recorded first. */
  readonly lookedUpAccount: DataLoader<string, Account | null>;
  readonly deviceByID: DataLoader<string, DeviceRow | null>;
  readonly adminByID: DataLoader<string, AdminRow | null>;
  readonly passkeysByAdmin: DataLoader<string, readonly PasskeyRow[] | null>;
  readonly recoveryCodesLeft: DataLoader<string, number | null>;
  readonly totpByAdmin: DataLoader<string, boolean | null>;
  readonly sessionsByUser: DataLoader<string, readonly SessionRow[] | null>;
  /** Last seen first, so many at most. */
  readonly devicesByUser: DataLoader<string, readonly DeviceRow[] | null>;
  /** The ban that stands. */
  readonly banByUser: DataLoader<string, BanRow | null>;
  /** By the id of a ban, or of a forced logout. */
  readonly receiptsByOrder: DataLoader<string, readonly Receipt[] | null>;
  /** Of a period: its start and its end in ms. */
  readonly figuresOf: DataLoader<string, ReadonlyMap<Figure, Counted>>;
  readonly networksByUser: DataLoader<string, readonly string[] | null>;
  readonly countsByJob: DataLoader<string, Counts | null>;
  readonly stepsByErasure: DataLoader<string, readonly ErasureStepRow[] | null>;
}

export function identityContext(parts: IdentityParts, scope: RequestScope): IdentityContext {
  const { accounts, admins, audit, db, erasures, jobs, registration, sessions } = parts;
  return {
    ...parts,
    scope,
    accountByID: byKey((ids) => accounts.byIDs(ids)),
    lookedUpAccount: byKey(async (ids) => {
      const looks = ids.map((id) => ({ action: 'user.read-addresses', target: `user:${id}`, reason: null }));
      await audit.record({ viewer: scope.viewer, from: scope.ip }, looks);
      return accounts.byIDs(ids);
    }),
    adminByID: byKey((ids) => admins.admins.byIDs(ids)),
    passkeysByAdmin: byKey((ids) => admins.passkeys.of(ids)),
    recoveryCodesLeft: byKey((ids) => admins.recoveryCodes.left(ids)),
    totpByAdmin: byKey((ids) => admins.totp.on(ids)),
    sessionsByUser: byKey((ids) => sessions.byUsers(ids)),
    devicesByUser: byKey((ids) => devicesOf(db, ids)),
    banByUser: byKey((ids) => bansByUsers(db, ids)),
    receiptsByOrder: byKey((ids) => receiptsOf(db, ids)),
    figuresOf: new DataLoader((spans) => Promise.all(spans.map((span) => readFigures(db, spanIn(span))))),
    networksByUser: byKey((ids) => registration.networks.own(ids)),
    countsByJob: byKey((ids) => jobs.counts(ids)),
    stepsByErasure: byKey((ids) => erasures.steps(ids)),
    deviceByID: byKey(async (ids) => {
      const rows = await db.table('identity.devices').whereIn('id', ids).select<DeviceRow[]>();
      return new Map(rows.map((row) => [row.id, row]));
    }),
  };
}

function spanIn(name: string): Span {
  const [start = 0, end = 0] = name.split(' ').map(Number);
  return { start, end };
}

const byKey = <Row>(
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
): DataLoader<string, Row | null> =>
  new DataLoader(async (ids) => {
    const rows = await load(ids);
    return ids.map((id) => rows.get(id) ?? null);
  });

/** The user who asks. The gateway lets no anonymous request this far; an admin is told that this is not theirs. */
export function userOf({ scope: { viewer } }: IdentityContext): UserViewer {
  if (viewer.kind === 'user') return viewer;
  throw new Fault(viewer.kind === 'admin' ? 'USERS_ONLY' : 'SIGNATURE_MISSING');
}

/** The admin who asks; a scope has kept everybody else out. */
export async function adminOf({ scope: { viewer }, admins }: IdentityContext): Promise<AdminRow> {
  const admin = viewer.kind === 'admin' ? await admins.admins.active(viewer.id) : null;
  if (admin === null) throw new Fault('TOKEN_INVALID');
  return admin;
}

const LONGEST_NAME = 64;

/** A name as somebody typed it, without the spaces around it. */
export function nameOf(text: string, field: string): string {
  const name = text.trim();
  const { length } = Array.from(name);
  if (length === 0 || length > LONGEST_NAME || /\p{Cc}/u.test(name))
    throw badInput(field, `1 to ${LONGEST_NAME} characters are expected, on one line`);
  return name;
}
