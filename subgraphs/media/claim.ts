/** A file as its sender described it: any JSON at all, so every reader here is total. */
export type Claim = Readonly<Record<string, unknown>>;

export const claimOf = (value: unknown): Claim =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claim) : {};

/** An address that a client may load; null for anything that is not absolute http or https, and for a foreign page's. */
export function urlOf(claim: Claim): string | null {
  const { url, foreign } = claim;
  if (foreign === true) return null;
  return typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}

/** `type/subtype` in lower case; senders also write `jpg`, `image/png; charset=binary` or nothing. */
export function mimeTypeOf(claim: Claim): string | null {
  const { mimeType, kind } = claim;
  if (typeof mimeType !== 'string') return null;
  const essence = mimeType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(essence)) return essence;
  return typeof kind === 'string' && /^[a-z0-9]{2,5}$/.test(essence) ? guessed(kind, essence) : null;
}

/** OpenIM's `videoType` and `soundType` are often a bare file ending. */
function guessed(kind: string, ending: string): string | null {
  const subtype = ending === 'jpg' ? 'jpeg' : ending === 'mp3' ? 'mpeg' : ending;
  const type = { picture: 'image', sound: 'audio', video: 'video' }[kind];
  return type === undefined ? null : `${type}/${subtype}`;
}

/** A count of something that exists: senders write 0 for "unknown", and numbers as text. */
export function positive(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : null;
}

/** Pixels fit an Int; OpenIM's SDK writes 640×640 on every picture, beside the rendition it asks for in the url. */
export function pixels(claim: Claim, side: 'width' | 'height'): number | null {
  const value = positive(claim[side]);
  if (value === null || value > 2 ** 31 - 1 || isSDKStandIn(claim)) return null;
  return Math.round(value);
}

const isSDKStandIn = (claim: Claim): boolean =>
  claim.width === 640 &&
  claim.height === 640 &&
  /[?&]type=image&width=640&height=640(?:&|$)/.test(typeof claim.url === 'string' ? claim.url : '');
