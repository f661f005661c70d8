import { bool, int64, message, string } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { firstWrong, route } from '../http/route.ts';
import { Refusal } from '../refusal.ts';
import type { Bucket } from '../store/bucket.ts';
import type { Signer } from '../store/signer.ts';
import { directKey } from './keys.ts';
import { addressOf, checkName } from './name.ts';
import type { Objects } from './objects.ts';
import { readID } from './upload-id.ts';
import { asInternal } from './uploads.ts';

interface Parts {
  objects: Objects;
  bucket: Bucket;
  signer: Signer;
}

const LIFE_MS = 10 * 60_000;

const Initiate = message('third.InitiateFormDataReq', {
  name: string,
  size: int64,
  contentType: string,
  group: string,
  millisecond: int64,
  absolute: bool,
});
const Complete = message('third.CompleteFormDataReq', { id: string });
const FormID = message('third.FormDataMate', {
  name: string,
  size: int64,
  contentType: string,
  group: string,
  key: string,
});

const readFormID = (id: string) => {
  try {
    return readID(id, FormID, { padded: false });
  } catch (thrown) {
    throw new Refusal('ArgsError', `invalid id ${(thrown as Error).message}`);
  }
};

const initiate = ({ signer }: Parts): Route =>
  route({
    path: '/object/initiate_form_data',
    body: Initiate,
    check: ({ name, size }) => firstWrong(name === '' && 'name is empty', size <= 0 && 'size must be greater than 0'),
    allow: ({ name }, caller) => checkName(name, caller),
    answer: ({ name, size, contentType, group, millisecond, absolute }, caller) => {
      const key = caller.isAdmin && absolute ? name : directKey(caller.userID, name);
      const expires = Date.now() + (caller.isAdmin && millisecond > 0 ? millisecond : LIFE_MS);
      const { url, fields } = signer.form({ key, most: size, contentType, expires });
      const id = Buffer.from(JSON.stringify({ name, size, contentType, group, key })).toString('base64');
      return {
        id: id.replace(/=+$/, ''),
        url,
        file: 'file',
        header: null,
        formData: fields,
        expires,
        successCodes: [200],
      };
    },
  });

const complete = ({ objects, bucket }: Parts): Route =>
  route({
    path: '/object/complete_form_data',
    body: Complete,
    check: ({ id }) => id === '' && 'id is empty',
    answer: ({ id }, caller) => {
      const { name, size, contentType, group, key } = readFormID(id);
      checkName(name, caller);
      const entry = asInternal(() => bucket.demand(key));
      if (entry.size > 0 && entry.size !== size) throw new Refusal('DataError', 'file size mismatch');
      objects.call(name, entry, { contentType, group });
      return { url: addressOf(name, caller) };
    },
  });

export const formRoutes = (parts: Parts): Route[] => [initiate(parts), complete(parts)];
