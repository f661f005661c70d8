import { badInput } from '../../../kit/fault.ts';
import type { StickerSighting } from '../../../kit/stickers.ts';
import { CARRIED, CARRIED_PREFIX } from '../../model/marks.ts';
import type { WireUser } from '../../rest/wire.ts';
import { type Built, TYPES } from './built.ts';

export interface LocationInput {
  readonly latitude: number;
  readonly longitude: number;
  readonly description?: string | null;
}

export interface CustomInput {
  readonly data: string;
  readonly description?: string | null;
  readonly extension?: string | null;
}

const custom = (data: string, description: string, extension: string): Built => ({
  contentType: TYPES.custom,
  content: { data, description, extension },
});

/** OpenIM's REST sends no contact card: it travels as a custom message that this API reads back as one. */
export const cardContent = ({ userID, nickname, faceURL }: WireUser): Built =>
  custom(JSON.stringify({ userID, nickname, faceURL }), nickname, CARRIED.card);

/** Nor a sticker. */
export const stickerContent = ({ id, name }: StickerSighting): Built =>
  custom(JSON.stringify({ stickerID: id, data: name }), name, CARRIED.sticker);

/** Nor does it send a place. */
export function locationContent({ latitude, longitude, description }: LocationInput, path: string): Built {
  if (!(Math.abs(latitude) <= 90)) throw badInput(`${path}.latitude`, 'degrees from -90 to 90 are expected');
  if (!(Math.abs(longitude) <= 180)) throw badInput(`${path}.longitude`, 'degrees from -180 to 180 are expected');
  const words = description ?? '';
  return custom(JSON.stringify({ latitude, longitude, description: words }), words, CARRIED.location);
}

export function customContent({ data, description, extension }: CustomInput, path: string): Built {
  if (data === '') throw badInput(`${path}.data`, 'data that is not empty is expected');
  if (extension?.startsWith(CARRIED_PREFIX))
    throw badInput(`${path}.extension`, `a text that does not begin with ${CARRIED_PREFIX} is expected`);
  return custom(data, description ?? '', extension ?? '');
}
