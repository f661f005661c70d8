import { int32, int64, list, message, string } from '../binding/shape.ts';
import type { Caller, Route } from '../http/route.ts';
import { route } from '../http/route.ts';
import { MIN_PART, MOST_PARTS } from '../store/bucket.ts';
import { addressOf, checkName } from './name.ts';
import type { Objects } from './objects.ts';
import type { Uploads } from './uploads.ts';
import { MAX_PART, partSizeOf } from './uploads.ts';

interface Parts {
  objects: Objects;
  uploads: Uploads;
}

const PartLimit = message('third.PartLimitReq', {});
const PartSize = message('third.PartSizeReq', { size: int64 });
const Initiate = message('third.InitiateMultipartUploadReq', {
  hash: string,
  size: int64,
  partSize: int64,
  maxParts: int32,
  cause: string,
  name: string,
  contentType: string,
});
const AuthSign = message('third.AuthSignReq', { uploadID: string, partNumbers: list(int32) });
const Complete = message('third.CompleteMultipartUploadReq', {
  uploadID: string,
  parts: list(string),
  name: string,
  contentType: string,
  cause: string,
});

const nameRule = ({ name }: { name: string }, caller: Caller): void => checkName(name, caller);

export const uploadRoutes = ({ objects, uploads }: Parts): Route[] => [
  route({
    path: '/object/part_limit',
    body: PartLimit,
    answer: () => ({ minPartSize: MIN_PART, maxPartSize: MAX_PART, maxNumSize: MOST_PARTS }),
  }),
  route({
    path: '/object/part_size',
    body: PartSize,
    answer: ({ size }) => ({ size: partSizeOf(size) }),
  }),
  route({
    path: '/object/initiate_multipart_upload',
    body: Initiate,
    allow: nameRule,
    answer: ({ name, contentType, cause, ...wanted }, caller) => {
      const begun = uploads.begin(wanted);
      if (!('entry' in begun)) return { url: '', upload: begun };
      objects.call(name, begun.entry, { contentType, group: cause });
      return { url: addressOf(name, caller), upload: null };
    },
  }),
  route({
    path: '/object/auth_sign',
    body: AuthSign,
    answer: ({ uploadID, partNumbers }) => uploads.sign(uploadID, partNumbers ?? []),
  }),
  route({
    path: '/object/complete_multipart_upload',
    body: Complete,
    allow: nameRule,
    answer: async ({ uploadID, parts, name, contentType, cause }, caller) => {
      const entry = await uploads.complete(uploadID, parts ?? []);
      objects.call(name, entry, { contentType, group: cause });
      return { url: addressOf(name, caller) };
    },
  }),
];
