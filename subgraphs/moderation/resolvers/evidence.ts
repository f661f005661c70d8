import type { EvidenceResolvers } from '../__generated__/resolvers.ts';
import type { CaseRow } from '../cases/case.ts';
import type { EvidenceRow } from '../cases/evidence.ts';

export interface ShownEvidence extends EvidenceRow {
  readonly graphic: boolean;
}

export const shown = ({ graphic }: CaseRow, rows: readonly EvidenceRow[] | null): readonly ShownEvidence[] =>
  (rows ?? []).map((row) => ({ ...row, graphic }));

export const Evidence: EvidenceResolvers = {
  takenAt: ({ taken_at }) => taken_at,
  message: ({ content: { message } }) => message && { raw: message },
  neighbours: ({ content: { message, neighbours } }) => (message === null ? null : neighbours.map((raw) => ({ raw }))),
  media: ({ media }) =>
    media?.map(({ id, perceptual: perceptualHash, sha256 }) => ({ id, perceptualHash, sha256 })) ?? null,
  profile: ({ content: { profile } }) => profile,
};
