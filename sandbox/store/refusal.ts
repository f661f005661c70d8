/** What S3 answers when it does not do what was asked, by its own codes. */
const SAYINGS = {
  AccessDenied: [403, 'Access Denied.'],
  RequestExpired: [403, 'Request has expired'],
  RequestTimeTooSkewed: [403, "The difference between the request time and the server's time is too large."],
  InvalidAccessKeyId: [403, 'The Access Key Id you provided does not exist in our records.'],
  SignatureDoesNotMatch: [
    403,
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
  NoSuchBucket: [404, 'The specified bucket does not exist'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  NoSuchUpload: [
    404,
    'The specified multipart upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  ],
  MethodNotAllowed: [405, 'The specified method is not allowed against this resource.'],
  BadDigest: [400, 'The Content-Md5 you specified did not match what we received.'],
  InvalidArgument: [400, 'Part number must be an integer between 1 and 10000, inclusive'],
  InvalidPart: [
    400,
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
  ],
  EntityTooSmall: [400, 'Your proposed upload is smaller than the minimum allowed object size.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed object size.'],
  InvalidRange: [416, 'The requested range is not satisfiable'],
  MalformedPOSTRequest: [400, 'The body of your POST request is not well-formed multipart/form-data.'],
} as const satisfies Record<string, readonly [number, string]>;

export class StoreRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(code: keyof typeof SAYINGS) {
    const [status, says] = SAYINGS[code];
    super(says);
    this.status = status;
    this.code = code === 'RequestExpired' ? 'AccessDenied' : code;
  }
}
