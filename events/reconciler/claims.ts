import type { Knex } from 'knex';
import type { Reach } from './ledger.ts';

/** A conversation that this node looks at now, and no other. */
export interface Claimed {
  readonly conversationID: string;
  /** How often in a row nothing was found where something is missing. */
  readonly tries: number;
  /** OpenIM was asked only now how far it goes. */
  readonly fresh: boolean;
  readonly readers: readonly string[];
}

/** Seqs that are missing, both ends included. */
export interface Gap {
  readonly begin: number;
  readonly end: number;
}

/** What was learned of a conversation. */
export interface Looked {
  readonly conversationID: string;
  /** Something was found where something was missing. */
  readonly progress: boolean;
}

/** Of one call that asks how far conversations go. */
const MOST_CLAIMED = 500;
/** A node that dies lets go of its conversations by time. */
const CLAIM = "interval '60 seconds'";
/** How far a conversation goes is not asked more often. */
const FRESH = "interval '5 seconds'";
const MOST_GAPS = 20;

const claiming = (which: string): string => `
  with due as (
    select digest from events.coverage where due_at <= now() and claimed_until <= now() and ${which}
     order by due_at limit ${MOST_CLAIMED} for update skip locked)
  update events.coverage known set due_at = now() + ${CLAIM}, claimed_until = now() + ${CLAIM} from due
   where known.digest = due.digest
  returning known.conversation_id, known.tries, coalesce(known.checked_at > now() - ${FRESH}, false) as fresh,
    array(select user_id from events.coverage_readers readers where readers.digest = known.digest) as readers`;

const HOT = claiming('missing > 0');
const ANY = claiming('true');

/** Where something is missing: at once after progress, else ever later. Else the later, the longer nothing was written. */
const NEXT = `now() + case
    when missing > 0 and looked.progress then interval '0'
    when missing > 0 then least(interval '1 hour', interval '2 seconds' * pow(2, least(tries, 20)))
    else least(interval '45 seconds', greatest(interval '15 seconds', (now() - coalesce(written_at, now())) / 4)) end`;

/** What was told meanwhile may ask for it sooner. */
const RELEASE = `
  update events.coverage known set
    claimed_until = '-infinity',
    tries = case when missing = 0 or looked.progress then 0 else tries + 1 end,
    due_at = case when due_at < claimed_until then least(due_at, ${NEXT}) else ${NEXT} end
  from (select md5(conversation_id) as digest, progress
          from unnest(?::text[], ?::boolean[]) as looked (conversation_id, progress)) as looked
  where known.digest = looked.digest`;

const CHECKED = `
  update events.coverage known set
    max_seq = greatest(known.max_seq, seqs.max_seq),
    written_at = case when seqs.written_at > 0 then to_timestamp(seqs.written_at / 1000.0) else known.written_at end,
    checked_at = now()
  from (select md5(conversation_id) as digest, max_seq, written_at
          from unnest(?::text[], ?::bigint[], ?::float8[]) as seqs (conversation_id, max_seq, written_at)) as seqs
  where known.digest = seqs.digest`;

const GAPS = `
  select conversation_id, lower(part) as begin, upper(part) - 1 as end, written_at < now() - interval '1 minute' as quiet
    from events.coverage known,
    lateral (select part from unnest(int8multirange(int8range(1, max_seq, '[]')) - seen) as part
              order by part desc limit ${MOST_GAPS}) as parts
   where digest in (select md5(id) from unnest(?::text[]) as id) and missing > 0
   order by conversation_id, part desc`;

/** What is missing of a conversation. */
export interface Missing {
  readonly conversationID: string;
  /** The newest first; at least one. */
  readonly gaps: readonly [Gap, ...Gap[]];
  /** Nothing was written for a while: what is not there now is not on its way. */
  readonly quiet: boolean;
}

interface GapRow {
  readonly conversation_id: string;
  readonly begin: string;
  readonly end: string;
  readonly quiet: boolean | null;
}

/** Who looks at which conversation, and when again. */
export function createClaims(db: Knex) {
  let turns = 0;
  const claim = async (statement: string): Promise<Claimed[]> => {
    const { rows } = await db.raw<{ rows: (Omit<Claimed, 'conversationID'> & { conversation_id: string })[] }>(
      statement,
    );
    return rows.map(({ conversation_id: conversationID, ...row }) => ({ conversationID, ...row }));
  };
  return {
    /**
     * Those of which something is known to be missing come first; every other time whoever waits longest, so that years
     * of messages to be read keep nobody from looking at what was written now.
     */
    async claim(): Promise<readonly Claimed[]> {
      turns += 1;
      const hot = turns % 2 === 1 ? await claim(HOT) : [];
      return hot.length > 0 ? hot : claim(ANY);
    },

    async release(looked: readonly Looked[]): Promise<void> {
      if (looked.length === 0) return;
      const columns = [looked.map(({ conversationID }) => conversationID), looked.map(({ progress }) => progress)];
      await db.raw(RELEASE, columns as unknown as Knex.RawBinding[]);
    },

    /** How far they go, by OpenIM's word; `writtenAt` in ms, 0 where it does not say. */
    async checked(reaches: readonly (Reach & { readonly writtenAt: number })[]): Promise<void> {
      const columns = (['conversationID', 'maxSeq', 'writtenAt'] as const).map((name) =>
        reaches.map((reach) => reach[name]),
      );
      await db.raw(CHECKED, columns as unknown as Knex.RawBinding[]);
    },

    async missing(conversationIDs: readonly string[]): Promise<readonly Missing[]> {
      const { rows } = await db.raw<{ rows: GapRow[] }>(GAPS, [conversationIDs as string[]]);
      return [...Map.groupBy(rows, (row) => row.conversation_id)].flatMap(([conversationID, [first, ...rest]]) => {
        if (first === undefined) return [];
        return [{ conversationID, gaps: [gapOf(first), ...rest.map(gapOf)], quiet: first.quiet ?? true }];
      });
    },
  };
}

export type Claims = ReturnType<typeof createClaims>;

const gapOf = ({ begin, end }: GapRow): Gap => ({ begin: Number(begin), end: Number(end) });
