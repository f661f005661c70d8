import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { list } from './page.ts';
import type {
  WireBegunUpload,
  WireFormUpload,
  WireKeyValues,
  WirePartLimit,
  WireSignedPart,
  WireSigns,
} from './wire.ts';

interface File {
  /** Of the md5s of its parts; {@link WireBegunUpload}. */
  readonly hash: string;
  readonly size: number;
}

/** How a file is called: below the caller's own userID. A name that is there already is overwritten. */
interface Naming {
  readonly name: string;
  readonly contentType: string;
  /** What it was uploaded for; OpenIM's own clean-up goes by it. */
  readonly cause: string;
}

/** A browser sets it itself, and refuses to be told. */
const isForClients = ({ key }: WireKeyValues): boolean => key.toLowerCase() !== 'host';

const pairs = (rows: readonly WireKeyValues[] | null): [string, string][] =>
  list(rows).flatMap(({ key, values }) => list(values).map((value): [string, string] => [key, value]));

/** What every part shares is written into each. An address that needs nothing added stays as it was signed. */
function signedParts({ url, query, header, parts }: WireSigns): readonly WireSignedPart[] {
  return list(parts).map((part) => {
    const address = new URL(part.url || url);
    for (const [key, value] of [...pairs(query), ...pairs(part.query)]) address.searchParams.append(key, value);
    const headers = [...list(header), ...list(part.header)].filter(isForClients);
    return { partNumber: part.partNumber, url: address.href, headers: pairs(headers) };
  });
}

const createParts = ({ read, write }: Post) => ({
  limits: (call: Call): Promise<WirePartLimit> => read('/object/part_limit', {}, call),

  /** Of all parts but the last, of a file of `size` bytes. */
  partSize: (size: number, call: Call): Promise<number> =>
    read<{ size: number }>('/object/part_size', { size }, call).then((d) => d.size),

  /**
   * Null where OpenIM holds these bytes from anybody: the name stands for them at once. `signed`: how many parts to
   * sign; more than there are is refused. A file of one part is always signed.
   */
  begin: (
    { hash, size, signed, ...naming }: File & Naming & { signed: 'all' | 'none' },
    call: Call,
  ): Promise<WireBegunUpload | null> =>
    write<{ upload: (Omit<WireBegunUpload, 'parts'> & { sign: WireSigns | null }) | null }>(
      '/object/initiate_multipart_upload',
      { hash, size, partSize: 0, maxParts: signed === 'all' ? -1 : 0, ...naming },
      call,
    ).then(({ upload }) => upload && { ...upload, parts: upload.sign === null ? [] : signedParts(upload.sign) }),

  /** Not for a file of one part. */
  sign: (uploadID: string, partNumbers: readonly number[], call: Call): Promise<readonly WireSignedPart[]> =>
    read<WireSigns>('/object/auth_sign', { uploadID, partNumbers }, call).then(signedParts),

  /** Again is the same. OpenIM does not look at the size of a file of several parts. */
  complete: (
    { uploadID, partMD5s, ...naming }: { uploadID: string; partMD5s: readonly string[] } & Naming,
    call: Call,
  ): Promise<void> =>
    write('/object/complete_multipart_upload', { uploadID, parts: partMD5s, ...naming }, call).then(nothing),
});

const createForms = ({ write }: Post) => ({
  /** Stores the bytes that come, whatever OpenIM has already. Not with every object store. */
  beginForm: ({ size, name, contentType, cause }: Pick<File, 'size'> & Naming, call: Call): Promise<WireFormUpload> =>
    write<WireFormUpload & { formData?: Readonly<Record<string, string>> }>(
      '/object/initiate_form_data',
      { name, size, contentType, group: cause },
      call,
    ).then((d) => ({ id: d.id, url: d.url, file: d.file, formData: d.formData ?? {}, expires: d.expires })),

  /** The id is unsigned: whoever may write it makes any object his own. It is never a client's. */
  completeForm: (id: string, call: Call): Promise<void> =>
    write('/object/complete_form_data', { id }, call).then(nothing),
});

export const createObjects = (post: Post) => ({
  ...createParts(post),
  ...createForms(post),

  /** Where an object is loaded from, for a week. OpenIM gives it to whoever knows the name. */
  accessURL: (name: string, call: Call): Promise<string> =>
    post.read<{ url: string }>('/object/access_url', { name }, call).then((d) => d.url),
});

export type Objects = ReturnType<typeof createObjects>;
