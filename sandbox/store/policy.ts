import type { Bucket } from './bucket.ts';
import { UNTYPED } from './bucket.ts';
import { StoreRefusal } from './refusal.ts';
import type { Credentials } from './signature.ts';
import { amzDate, credentialOf, demandEqual, signText } from './signature.ts';

interface Wanted {
  readonly bucket: string;
  readonly key: string;
  readonly most: number;
  readonly contentType: string;
  readonly expires: number;
}

type Fields = Readonly<Record<string, string>>;
interface Policy {
  readonly expiration: string;
  readonly conditions: readonly (readonly ['eq', string, string] | readonly ['content-length-range', number, number])[];
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const STATUS = '200';

/** The fields of a form that may put one object: what S3 calls a POST policy. */
export const formFields = ({ bucket, key, most, contentType, expires }: Wanted, by: Credentials): Fields => {
  const date = amzDate(Date.now());
  const equal: Fields = {
    key,
    success_action_status: STATUS,
    ...(contentType !== '' && { 'Content-Type': contentType }),
    bucket,
    'x-amz-date': date,
    'x-amz-algorithm': ALGORITHM,
    'x-amz-credential': credentialOf(by, date),
  };
  const policy: Policy = {
    expiration: new Date(expires).toISOString(),
    conditions: [
      ...Object.entries(equal).map(([name, value]) => ['eq', `$${name}`, value] as const),
      ['content-length-range', 0, most],
    ],
  };
  const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
  return { ...equal, policy: encoded, 'x-amz-signature': signText(encoded, date, by) };
};

/** Fields that the policy demands, whatever the form calls them in capitals. */
const check = (fields: ReadonlyMap<string, string>, size: number, by: Credentials): void => {
  const of = (name: string) => fields.get(name) ?? '';
  const date = of('x-amz-date');
  if (of('x-amz-credential') !== credentialOf(by, date)) throw new StoreRefusal('InvalidAccessKeyId');
  demandEqual(of('x-amz-signature'), signText(of('policy'), date, by));
  const { expiration, conditions } = JSON.parse(Buffer.from(of('policy'), 'base64').toString()) as Policy;
  if (!(Date.now() < Date.parse(expiration))) throw new StoreRefusal('RequestExpired');
  for (const [kind, name, value] of conditions) {
    if (kind === 'content-length-range' && size > value) throw new StoreRefusal('EntityTooLarge');
    if (kind === 'eq' && of(name.slice(1).toLowerCase()) !== value) throw new StoreRefusal('AccessDenied');
  }
};

/** Puts what a browser's form brings, if its policy permits it. */
export const putForm = async (bucket: Bucket, form: FormData, by: Credentials): Promise<void> => {
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name.toLowerCase(), value] as const] : [],
  );
  const fields = new Map(texts);
  const file = form.get('file');
  if (file === null || typeof file === 'string') throw new StoreRefusal('MalformedPOSTRequest');
  check(fields, file.size, by);
  bucket.put(fields.get('key') ?? '', Buffer.from(await file.arrayBuffer()), fields.get('content-type') ?? UNTYPED);
};
