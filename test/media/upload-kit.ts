import { createHash } from 'node:crypto';
import { type Actor, openWorld, type World } from '../world/world.ts';

export const MIB = 1024 * 1024;
export const PART = 5 * MIB;

const PARTS =
  'parts { partNumber offset size method url headers { name value } fields { name value } fileField expiresAt }';
const UPLOAD = `id state name size mimeType partSize partCount expiresAt media { id url mimeType size } ${PARTS}`;
export const CREATE = `mutation ($input: CreateUploadInput!) { createUpload(input: $input) { ${UPLOAD} } }`;
export const SIGN = `mutation ($uploadID: ID!, $partNumbers: [Int!], $storedParts: [Int!]) {
  signUploadParts(uploadID: $uploadID, partNumbers: $partNumbers, storedParts: $storedParts) { ${UPLOAD} } }`;
export const COMPLETE = 'mutation ($id: ID!) { completeUpload(id: $id) { id url mimeType size } }';

interface Pair {
  readonly name: string;
  readonly value: string;
}
export interface Part {
  readonly partNumber: number;
  readonly offset: number;
  readonly size: number;
  readonly method: 'PUT' | 'POST';
  readonly url: string;
  readonly headers: readonly Pair[];
  readonly fields: readonly Pair[];
  readonly fileField: string | null;
}
export interface Media {
  readonly id: string;
  readonly url: string;
  readonly mimeType: string;
  readonly size: number;
}
export interface Upload {
  readonly id: string;
  readonly state: string;
  readonly name: string;
  readonly partCount: number;
  readonly parts: readonly Part[];
  readonly media: Media | null;
}

export const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

export const partsOf = (bytes: Buffer, size = PART): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

export const inputOf = (bytes: Buffer, more: object = {}) => ({
  name: 'hill.png',
  size: bytes.length,
  mimeType: 'image/png',
  partMD5s: partsOf(bytes).map(md5),
  ...more,
});

export const create = async (actor: Actor, input: object): Promise<Upload> =>
  (await actor.query<{ createUpload: Upload }, object>(CREATE, { input })).createUpload;

export const sign = async (actor: Actor, asked: object): Promise<Upload> =>
  (await actor.query<{ signUploadParts: Upload }, object>(SIGN, asked)).signUploadParts;

export const complete = async (actor: Actor, id: string): Promise<Media> =>
  (await actor.query<{ completeUpload: Media }, object>(COMPLETE, { id })).completeUpload;

/** What a mutation that should fail was refused for. */
export async function refusal(actor: Actor, document: string, variables: object): Promise<string | undefined> {
  const { errors } = await actor.client.query<unknown, object>(document, variables);
  return errors[0]?.extensions.reason;
}

/** Sends the bytes of one part as the upload says; tells the store's HTTP status. */
export async function send(part: Part, file: Buffer): Promise<number> {
  const bytes = new Uint8Array(file.subarray(part.offset, part.offset + part.size));
  const headers = part.headers.map(({ name, value }): [string, string] => [name, value]);
  const form = new FormData();
  for (const { name, value } of part.fields) form.append(name, value);
  form.append(part.fileField ?? 'file', new Blob([bytes]));
  const { method, url } = part;
  return (await fetch(url, { method, headers, body: method === 'PUT' ? bytes : form })).status;
}

/** From nothing to a stored file. */
export async function store(actor: Actor, bytes: Buffer, more: object = {}): Promise<Media> {
  const { id, parts } = await create(actor, inputOf(bytes, more));
  for (const part of parts) await send(part, bytes);
  return complete(actor, id);
}

export interface Town extends AsyncDisposable {
  readonly world: World;
  readonly ann: Actor;
  readonly bo: Actor;
  /** The file as anybody gets it, through the gateway. */
  load(url: string): Promise<{ bytes: Buffer; type: string | null }>;
}

/** Two who may upload files of 12 MiB, 80 MiB in all. */
export async function openTown(): Promise<Town> {
  const world = await openWorld({ UPLOAD_MAX_BYTES: String(12 * MIB), UPLOAD_QUOTA_BYTES: String(80 * MIB) });
  return {
    world,
    ann: await world.signIn('ann@example.com'),
    bo: await world.signIn('bo@example.com'),
    load: async (url) => {
      if (!url.startsWith(`${world.url}/openim/object/`)) throw new Error(`${url} does not lead through the gateway.`);
      const answer = await fetch(url);
      return { bytes: Buffer.from(await answer.arrayBuffer()), type: answer.headers.get('content-type') };
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}
