/** Bytes from the beginning in which a page says how it is written (HTML, 13.2.3.2). */
const PRESCAN = 1_024;
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** A page as text: by its mark, its header, its own word, else as UTF-8. What is no letter becomes U+FFFD. */
export function textOf(bytes: Buffer, contentType: string | null): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const told = /charset\s*=\s*"?'?([^\s"';]+)/i.exec(contentType ?? '')?.[1];
  for (const label of [marked, told, ownWord(bytes), 'utf-8']) {
    const decoder = decoderOf(label);
    if (decoder !== null) return decoder.decode(bytes);
  }
  return '';
}

/** `<meta charset=…>`, or that of `<meta http-equiv=content-type content=…>`. */
function ownWord(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, PRESCAN);
  const label = /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/i.exec(head)?.[1];
  // A page that is read as bytes cannot be UTF-16.
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function decoderOf(label: string | undefined): { decode(bytes: Buffer): string } | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label);
  } catch {
    // No encoding of that name.
    return null;
  }
}
