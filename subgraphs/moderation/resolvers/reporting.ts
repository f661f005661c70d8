import { badInput, Fault } from '../../kit/fault.ts';
import type { SubjectKind } from '../../kit/flags.ts';
import { connection, cursorOf, positionOf, rowsAsked } from '../../kit/page.ts';
import type { UserViewer } from '../../kit/viewer.ts';
import type { Evidence } from '../../kit/witness.ts';
import type { MutationResolvers, QueryResolvers, ReportReason } from '../__generated__/resolvers.ts';
import type { Subject } from '../cases/open.ts';
import { keepReport, type ReportRow, reportsBy } from '../cases/reports.ts';
import type { ModerationContext } from '../context.ts';
import { isID, wordsOf } from '../words.ts';

const LONGEST_COMMENT = 2_000;
const HOUR = 3_600_000;

interface Complaint {
  readonly reason: ReportReason;
  readonly comment?: string | null;
}

const LIST = 'reports';

export const reportQueries = {
  reportsByMe: async (_, { first, after }, context) => {
    const { id } = reporterOf(context);
    const limit = rowsAsked(first);
    const before = after == null ? null : positionOf(LIST, after);
    if (before !== null && !isID(before)) throw new Fault('CURSOR_INVALID', { field: 'after' });
    const found = await reportsBy(context.db, id, { limit: limit + 1, before });
    const page = found.slice(0, limit).map((node) => ({ cursor: cursorOf(LIST, node.id), node }));
    return connection(page, { next: found.length > limit, previous: before !== null });
  },
} satisfies QueryResolvers;

export const reporting = {
  reportMessage: (_, { input }, context) => report({ kind: 'MESSAGE', id: input.messageID }, input, context),
  reportUser: (_, { input }, context) => report({ kind: 'USER', id: input.userID }, input, context),
  reportGroup: (_, { input }, context) => report({ kind: 'GROUP', id: input.groupID }, input, context),
} satisfies MutationResolvers;

async function report(subject: Subject, complaint: Complaint, context: ModerationContext): Promise<ReportRow> {
  const reporter = reporterOf(context);
  const comment = wordsOf(complaint.comment, 'input.comment', LONGEST_COMMENT);
  if (subject.kind === 'USER' && subject.id === reporter.id)
    throw badInput('input.userID', 'somebody else is expected');
  const seen = await LOOKS[subject.kind](subject.id, context);
  if (seen === null) throw new Fault('NOT_FOUND', { what: NAMES[subject.kind] });
  await countReport(reporter, context);
  const { language } = context.scope;
  const report = { reporterID: reporter.id, subject, reason: complaint.reason, comment, language, seen };
  return keepReport(context.db, report, context.changed);
}

const NAMES: Readonly<Record<SubjectKind, string>> = { MESSAGE: 'The message', USER: 'The user', GROUP: 'The group' };

const LOOKS: Readonly<Record<SubjectKind, (id: string, context: ModerationContext) => Promise<Evidence | null>>> = {
  MESSAGE: (id, { witness, scope }) => witness.message(id, scope),
  USER: (id, { witness, scope }) => witness.user(id, scope),
  GROUP: (id, { witness, scope }) => witness.group(id, scope),
};

function reporterOf({ scope: { viewer } }: ModerationContext): UserViewer {
  if (viewer.kind !== 'user') throw new Fault('USERS_ONLY');
  return viewer;
}

async function countReport(reporter: UserViewer, { store, reportsPerHour }: ModerationContext): Promise<void> {
  const { count, resetsIn } = await store.count(`moderation:reports:${reporter.id}`, HOUR);
  if (count > reportsPerHour)
    throw new Fault('RATE_LIMITED', { retryAfter: new Date(Date.now() + resetsIn).toISOString() });
}
