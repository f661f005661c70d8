import { md5 } from '@noble/hashes/legacy.js';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The MD5 of each part of a file, read as a stream: a file may be larger than the memory. */
export async function partMD5s(file: Blob, partSize: number, signal: AbortSignal | undefined): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < file.size; at += partSize) {
    const hash = md5.create();
    const reader = file
      .slice(at, at + partSize)
      .stream()
      .getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      signal?.throwIfAborted();
      hash.update(read.value);
    }
    found.push(hex(hash.digest()));
  }
  return found;
}
