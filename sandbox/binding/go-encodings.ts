const BASE64 = /[A-Za-z0-9+/]/;

/** Text that is no encoding of anything; the message is Go's. */
class Undecodable extends Error {}

const corrupt = (at: number): Undecodable => new Undecodable(`illegal base64 data at input byte ${at}`);

/** What follows the first `=` of a group of four. */
const checkPadding = (text: string, at: number, inGroup: number): void => {
  if (inGroup < 2) throw corrupt(at);
  if (inGroup === 2 && at + 1 === text.length) throw corrupt(text.length);
  if (inGroup === 2 && text[at + 1] !== '=') throw corrupt(at + 1);
  const end = at + (inGroup === 2 ? 2 : 1);
  if (end < text.length) throw corrupt(end);
};

/** Base64 as Go's StdEncoding (`padded`) or RawStdEncoding reads it; throws its error text. */
export const decodeBase64 = (source: string, { padded }: { padded: boolean }): Buffer => {
  const text = source.replace(/[\r\n]/g, '');
  let inGroup = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (padded && char === '=') {
      checkPadding(text, at, inGroup);
      return Buffer.from(text, 'base64');
    }
    if (!BASE64.test(char)) throw corrupt(at);
    inGroup = (inGroup + 1) % 4;
  }
  if (inGroup === 1 || (padded && inGroup !== 0)) throw corrupt(text.length - inGroup);
  return Buffer.from(text, 'base64');
};

const invalidByte = (byte: number): Undecodable => {
  const shown = byte >= 32 && byte < 127 ? ` '${String.fromCharCode(byte)}'` : '';
  return new Undecodable(`encoding/hex: invalid byte: U+${byte.toString(16).toUpperCase().padStart(4, '0')}${shown}`);
};

/** Hexadecimal digits as Go reads them; throws its error text. */
export const decodeHex = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  const wrong = bytes.find((byte) => !/[0-9a-fA-F]/.test(String.fromCharCode(byte)));
  if (wrong !== undefined) throw invalidByte(wrong);
  if (bytes.length % 2 === 1) throw new Undecodable('encoding/hex: odd length hex string');
  return Buffer.from(text, 'hex');
};
