import type { Knex } from 'knex';
import type { MediaFinding, MediaFindings } from '../../kit/media-findings.ts';
import { classificationsOf } from '../classifier/classifications.ts';
import { filesByID } from '../files/table.ts';
import { blockListsByID } from './block-list.ts';
import { type FileMatch, matchesOfFiles } from './matches.ts';

/** What moderation is told of files. */
export const createFindings = (db: Knex): MediaFindings => ({
  async of(ids) {
    const [files, matches, said] = await Promise.all([
      filesByID(ids, db),
      matchesOfFiles(ids, db),
      classificationsOf(ids, db),
    ]);
    const listIDs = [...matches.values()].flatMap((each) => each.map(({ entry }) => entry.list_id));
    const lists = await blockListsByID([...new Set(listIDs)], db);
    const matched = ({ entry, apart }: FileMatch) => ({
      listID: entry.list_id,
      listVersion: lists.get(entry.list_id)?.version ?? 1,
      entryID: entry.id,
      provenance: entry.provenance,
      distance: apart,
    });
    const found = Array.from(files.values(), ({ id, state, phash, sha256 }): [string, MediaFinding] => [
      id,
      {
        settled: state !== 'PENDING',
        perceptual: phash?.toString('hex') ?? null,
        sha256: sha256?.toString('hex') ?? null,
        matches: (matches.get(id) ?? []).map(matched),
        asked: said.get(id)?.state === 'PENDING',
        labels: said.get(id)?.labels ?? [],
      },
    ]);
    return new Map(found);
  },
  async unknownLists(ids) {
    const lists = await blockListsByID(ids, db);
    return ids.filter((id) => !lists.has(id));
  },
});
