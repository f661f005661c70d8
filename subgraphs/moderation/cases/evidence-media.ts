import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { MediaFindings, MediaOf } from '../../kit/media-findings.ts';
import { type Repeated, repeat } from '../../kit/repeat.ts';
import type { Sighting } from '../../kit/witness.ts';
import type { EvidenceMedia, EvidenceRow } from './evidence.ts';

export interface EvidenceMediaParts {
  readonly db: Knex;
  readonly mediaOf: MediaOf;
  readonly findings: Pick<MediaFindings, 'of'>;
  readonly log: Logger;
}

type Due = Pick<EvidenceRow, 'id' | 'content' | 'taken_at'>;

const LOOK_MS = 5_000;
const STEP = 20;
/** Seconds until evidence is looked at again whose files are being read. */
const PAUSE = 30;
/** What could not be read by then is kept without hashes. */
const PATIENCE_MS = 86_400_000;

/** Keeps the hashes of what evidence shows with it, once the files were read. */
export function startEvidenceMedia({ db, mediaOf, findings, log }: EvidenceMediaParts): Repeated {
  async function step(): Promise<number> {
    const rows = await takeDue(db);
    const shown = new Map(rows.map((row) => [row.id, [...new Set(messagesIn(row).flatMap(filesOf))]]));
    const found = rows.length === 0 ? new Map() : await findings.of([...new Set([...shown.values()].flat())]);
    for (const { id, taken_at } of rows) {
      const ids = shown.get(id) ?? [];
      const settled = ids.every((each) => found.get(each)?.settled === true);
      if (!settled && Date.now() - taken_at.getTime() < PATIENCE_MS) continue;
      const media: EvidenceMedia[] = ids.map((each) => {
        const { perceptual = null, sha256 = null } = found.get(each) ?? {};
        return { id: each, perceptual, sha256 };
      });
      await db
        .table('moderation.evidence')
        .where({ id })
        .update({ media: JSON.stringify(media) });
    }
    return rows.length;
  }

  const filesOf = ({ contentType, content }: Sighting): string[] =>
    mediaOf({ contentType: Number(contentType), content: String(content) }).map(({ id }) => id);

  return repeat(
    LOOK_MS,
    async () => {
      while ((await step()) === STEP);
    },
    (err) => log.warn({ err }, 'hashes of evidence could not be kept'),
  );
}

const messagesIn = ({ content: { message, neighbours } }: Due): readonly Sighting[] =>
  message === null ? neighbours : [message, ...neighbours];

/** Nobody else takes them until they are due again. */
async function takeDue(db: Knex): Promise<Due[]> {
  const { rows } = await db.raw<{ rows: Due[] }>(
    `update moderation.evidence shown set media_due_at = now() + make_interval(secs => ?)
     from (
       select id from moderation.evidence where media is null and media_due_at <= now()
       order by media_due_at limit ? for update skip locked
     ) due
     where shown.id = due.id returning shown.id, content, taken_at`,
    [PAUSE, STEP],
  );
  return rows;
}
