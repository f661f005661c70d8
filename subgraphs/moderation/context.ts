import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { AuditEntry, AuditLog } from '../kit/audit.ts';
import type { BanDesk } from '../kit/ban-desk.ts';
import type { Colleagues } from '../kit/colleagues.ts';
import type { Enforcement } from '../kit/enforcement.ts';
import type { Announce } from '../kit/events.ts';
import { Fault } from '../kit/fault.ts';
import type { ReadGroupStaff } from '../kit/group-staff.ts';
import type { GuardedFetch } from '../kit/guarded-fetch.ts';
import type { MediaFindings, MediaOf } from '../kit/media-findings.ts';
import type { MessageHistory } from '../kit/message-history.ts';
import type { Owed } from '../kit/owed.ts';
import { reasonOf } from '../kit/reason.ts';
import type { Repeated } from '../kit/repeat.ts';
import type { RequestScope } from '../kit/request.ts';
import type { SendHeld } from '../kit/send-held.ts';
import type { SharedHashes } from '../kit/shared-hashes.ts';
import type { DocumentSigner } from '../kit/shared-lists.ts';
import type { Store } from '../kit/store.ts';
import type { Witness } from '../kit/witness.ts';
import { type ActionRow, actionsOf } from './actions/action.ts';
import { type AppealRow, appealsOf } from './appeals/appeal.ts';
import type { Tickets } from './appeals/tickets.ts';
import { type CaseChanged, type CaseRow, cases } from './cases/case.ts';
import type { Claims } from './cases/claims.ts';
import { type EvidenceRow, evidenceOf } from './cases/evidence.ts';
import { type FlagRow, flagsOf } from './cases/flags.ts';
import { type History, type HistoryPage, historiesOf } from './cases/queue.ts';
import { type ReportList, type ReportSide, reportListsOf } from './cases/report-lists.ts';
import { type ReportRow, reportsOf } from './cases/reports.ts';
import type { TextClassifierSettings } from './rules/classifier/ask.ts';
import type { RuleBook } from './rules/rule-book.ts';
import type { Staff } from './rules/staff.ts';
import { listsByID, type WordListRow } from './rules/word-store.ts';
import { type StrikeRow, strikesOf } from './strikes/strikes.ts';

/** What moderation lives on; given once, by the composition root. */
export interface ModerationOptions {
  readonly db: Knex;
  readonly store: Store;
  readonly audit: AuditLog;
  /** For lists that others publish. */
  readonly guarded: GuardedFetch;
  /** Signs those that we publish. */
  readonly signer: DocumentSigner;
  /** Whom they are published by. */
  readonly issuer: () => string;
  readonly witness: Witness;
  readonly enforcement: Enforcement;
  readonly bans: BanDesk;
  /** Keeps what is decided for whoever is told of it. */
  readonly announce: Announce;
  readonly colleagues: Colleagues;
  readonly history: MessageHistory;
  readonly findings: MediaFindings;
  readonly mediaOf: MediaOf;
  readonly sharedHashes: SharedHashes;
  readonly readStaff: ReadGroupStaff;
  readonly sendHeld: SendHeld;
  /** OpenIM's admin, in whose name this service speaks: no rule is for it. */
  readonly serviceUserID: string;
  /** Who is asked about texts; null: nobody. */
  readonly textClassifier: TextClassifierSettings | null;
  readonly register: Registry;
  readonly log: Logger;
  /** Reports that one person may make in an hour. */
  readonly reportsPerHour: number;
}

export interface ModerationParts extends ModerationOptions {
  readonly changed: CaseChanged;
  readonly claims: Claims;
  /** Does what is owed to OpenIM. */
  readonly carrying: Owed<ActionRow>;
  readonly notices: Pick<Repeated, 'now'>;
  readonly tickets: Pick<Tickets, 'redeem'>;
  readonly ruleBook: RuleBook;
  readonly staff: Staff;
  /** Sends what may go on. */
  readonly held: Pick<Repeated, 'now'>;
  /** Looks at the lists that are due. */
  readonly policies: Pick<Repeated, 'now'>;
}

export interface ModerationContext extends ModerationParts {
  readonly scope: RequestScope;
  readonly caseByID: DataLoader<string, CaseRow | null>;
  /** Oldest first. That it was looked at is recorded before it is told. */
  readonly evidenceByCase: DataLoader<string, readonly EvidenceRow[] | null>;
  readonly actionsByCase: DataLoader<string, readonly ActionRow[] | null>;
  /** The newest. */
  readonly appealByCase: DataLoader<string, AppealRow | null>;
  readonly strikesByUser: DataLoader<string, readonly StrikeRow[] | null>;
  readonly flagsByCase: DataLoader<string, readonly FlagRow[] | null>;
  /** A page of what each was accused of, and how many there are. */
  casesOf(page: HistoryPage): DataLoader<string, History | null>;
  /** A page of what others reported of each, or of what each reported, and how many there are. */
  reportsOf(side: ReportSide, page: HistoryPage): DataLoader<string, ReportList | null>;
  readonly wordListByID: DataLoader<string, WordListRow | null>;
  /** The newest so many. */
  reportsByCase(most: number): DataLoader<string, readonly ReportRow[] | null>;
}

export function moderationContext(parts: ModerationParts, scope: RequestScope): ModerationContext {
  const { db, audit } = parts;
  const reportPages = kept(
    (page: HistoryPage & { readonly side: ReportSide }) => `${page.side} ${pageKey(page)}`,
    (page) => byKey((ids) => reportListsOf(db, ids, page)),
  );
  return {
    ...parts,
    scope,
    caseByID: byKey(async (ids) => {
      const rows = await cases(db).whereIn('id', ids).select<CaseRow[]>();
      return new Map(rows.map((row) => [row.id, row]));
    }),
    evidenceByCase: byKey(async (ids) => {
      const found = await evidenceOf(db, ids);
      const looks = [...found.keys()].map((id) => ({
        action: 'case.read-evidence',
        target: `case:${id}`,
        reason: null,
      }));
      await audit.record({ viewer: scope.viewer, from: scope.ip }, looks);
      return found;
    }),
    actionsByCase: byKey((ids) => actionsOf(db, ids)),
    appealByCase: byKey((ids) => appealsOf(db, ids)),
    strikesByUser: byKey((ids) => strikesOf(db, ids)),
    flagsByCase: byKey((ids) => flagsOf(db, ids)),
    casesOf: kept(pageKey, (page) => byKey((ids) => historiesOf(db, ids, page))),
    reportsOf: (side, page) => reportPages({ ...page, side }),
    wordListByID: byKey((ids) => listsByID(ids, db)),
    reportsByCase: kept(String, (most) => byKey((ids) => reportsOf(db, ids, most))),
  };
}

const pageKey = ({ limit, before }: HistoryPage): string => `${limit} ${before ?? ''}`;

/** Makes one loader for each page that is asked for. */
function kept<Page, Loader>(keyOf: (page: Page) => string, make: (page: Page) => Loader): (page: Page) => Loader {
  const made = new Map<string, Loader>();
  return (page) => {
    const loader = made.get(keyOf(page)) ?? make(page);
    made.set(keyOf(page), loader);
    return loader;
  };
}

const byKey = <Row>(
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
): DataLoader<string, Row | null> =>
  new DataLoader(async (ids) => {
    const rows = await load(ids);
    return ids.map((id) => rows.get(id) ?? null);
  });

/** The admin who asks; a scope has kept everybody else out. */
export function adminOf({ scope: { viewer } }: ModerationContext): string {
  if (viewer.kind !== 'admin') throw new Fault('SCOPE_MISSING', { scopes: 'moderation:act' });
  return viewer.id;
}

/** A deed and its entry in the audit log, in one transaction; the entry comes last. */
export function audited<Result extends { readonly entry: Omit<AuditEntry, 'reason'> }>(
  { db, audit, scope }: ModerationContext,
  reason: string | null,
  work: (on: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  const why = reason === null ? null : reasonOf(reason);
  return db.transaction(async (on) => {
    const result = await work(on);
    await audit.record({ viewer: scope.viewer, from: scope.ip }, { ...result.entry, reason: why }, on);
    return result;
  });
}
