import { createHash, randomBytes } from 'node:crypto';
import type { ForwardAnswer } from '../../kit/forward.ts';
import type { Store } from '../../kit/store.ts';
import type { UploadSeal } from '../rest/upload-seal.ts';
import type { Rewrite } from './answer.ts';
import { type Body, textsAt, valuesAt, withValue } from './body.ts';
import { forbidden, Refusal } from './envelope.ts';
import { createHolders, createTickets, placeOf, type Ticket } from './ticket.ts';

const BEGIN = '/object/initiate_multipart_upload';
const COMPLETE = '/object/complete_multipart_upload';
const PUBLISH = '/object/complete_form_data';

/** Asks OpenIM as the caller; what a client gets of the answer. */
type Ask = (route: string, body: Body, rewrite: Rewrite) => Promise<ForwardAnswer>;

/** One call of one user. */
interface Uploading {
  readonly userID: string;
  readonly body: Body;
  readonly ask: Ask;
}

export interface Uploads {
  begin(call: Uploading): Promise<ForwardAnswer>;
  /** The body names the upload as its client does. */
  complete(call: Uploading): Promise<ForwardAnswer>;
  /** OpenIM's own id of an upload; null for what was not begun by this user. */
  open(userID: string, uploadID: string): string | null;
}

interface Begun {
  readonly upload: { readonly uploadID: string; readonly partSize: number } | null;
}

/**
 * OpenIM gives any file to whoever says the hash of it: the name then stands for bytes that its owner never had. So it is
 * first asked under a name that nobody is told. Where it has the bytes, and not of this user, the client is made to put
 * them, and the name stands for what was put.
 */
export function createUploads({ seal, store }: { seal: UploadSeal; store: Store }): Uploads {
  const tickets = createTickets(seal);
  const { holds, hold } = createHolders(store);

  const begun = ({ userID, ask }: Uploading, body: Body, ticket: Omit<Ticket, 'id'>) => {
    const rewrite = (data: unknown): unknown => {
      const { upload } = data as Begun;
      if (upload === null) return data;
      const uploadID = tickets.close(userID, { ...ticket, id: upload.uploadID });
      return { ...(data as Body), upload: { ...upload, uploadID } };
    };
    return told(ask, { route: BEGIN, body: hidden(body, userID), rewrite });
  };

  async function apart(call: Uploading, hash: string): Promise<ForwardAnswer> {
    const other = withValue(call.body, 'hash', randomBytes(16).toString('hex'));
    const { answer, data } = await begun(call, other, { hash, apart: true });
    const partSize = (data as Begun | undefined)?.upload?.partSize ?? 0;
    if (Number(valuesAt(call.body, 'size')[0]) > partSize && data !== undefined)
      throw forbidden('somebody else has uploaded this file, and it is too large to be kept twice');
    return answer;
  }

  /**
   * Whether somebody else was faster: OpenIM would not look any more at what the caller has put. Not asked of files of
   * several parts, where each question begins another upload in the object store.
   */
  async function isAnothers(call: Uploading, { id, hash }: Ticket): Promise<boolean> {
    const place = placeOf(id);
    if (place === null || (await holds(call.userID, hash))) return false;
    const body = { hash, size: place.size, partSize: 0, maxParts: -1, cause: '', contentType: '' };
    const { data } = await begun(call, body, { hash });
    return data !== undefined && (data as Begun).upload === null;
  }

  return {
    open: (userID, uploadID) => tickets.open(userID, uploadID)?.id ?? null,

    async begin(call) {
      const { userID, body, ask } = call;
      const [hash = ''] = textsAt(body, 'hash');
      const { answer, data } = await begun(call, body, { hash });
      if (data === undefined || (data as Begun).upload !== null) return answer;
      return (await holds(userID, hash)) ? ask(BEGIN, body, asItIs) : apart(call, hash);
    },

    async complete(call) {
      const { userID, body, ask } = call;
      const ticket = tickets.open(userID, textsAt(body, 'uploadID')[0]);
      if (ticket === null) throw forbidden('this upload was not begun by the caller');
      if (ticket.apart || (await isAnothers(call, ticket)))
        return ask(PUBLISH, { id: publicationOf(ticket, body) }, asItIs);
      const ordinary = withValue(body, 'uploadID', ticket.id);
      const { answer, data } = await told(ask, { route: COMPLETE, body: ordinary });
      if (data !== undefined) await hold(userID, ticket.hash);
      return answer;
    },
  };
}

/** Under a name that nobody is told. */
const hidden = (body: Body, userID: string): Body =>
  withValue(body, 'name', `${userID}/${randomBytes(24).toString('base64url')}`);

const asItIs: Rewrite = (data) => data;

/** The answer, and its data; undefined where OpenIM refused. */
async function told(ask: Ask, { route, body, rewrite = asItIs }: Telling) {
  let data: unknown;
  const answer = await ask(route, body, (given) => {
    data = given;
    return rewrite(given);
  });
  return { answer, data };
}

interface Telling {
  readonly route: string;
  readonly body: Body;
  readonly rewrite?: Rewrite;
}

/** OpenIM's form id, for the bytes that were put where this upload was signed for. */
function publicationOf({ id, hash }: Ticket, body: Body): string {
  const place = placeOf(id);
  const md5s = textsAt(body, 'parts').join(',');
  if (place === null || createHash('md5').update(md5s).digest('hex') !== hash)
    throw new Refusal(500, 'ServerInternalError', { errDlt: 'md5 mismatching' });
  const [name = ''] = textsAt(body, 'name');
  const [contentType = ''] = textsAt(body, 'contentType');
  const [group = ''] = textsAt(body, 'cause');
  const mate = JSON.stringify({ name, size: place.size, contentType, group, key: place.key });
  return Buffer.from(mate).toString('base64').replace(/=+$/, '');
}
