import type { FaultDetails } from '../../kit/fault.ts';
import type { FaultReason } from '../../kit/faults.ts';
import { REFUSALS } from '../../kit/refusals.ts';

export interface Rule {
  readonly reason: FaultReason;
  /** On `errMsg`, a line break, `errDlt`. Absent: whatever they say. */
  readonly when?: RegExp;
  readonly details?: FaultDetails;
  /** It speaks of the token that was sent, which is no user's doing when it is the admin's. */
  readonly aboutToken?: true;
}

const thing = (what: string, when?: RegExp): Rule => ({
  reason: 'NOT_FOUND',
  details: { what },
  ...(when === undefined ? {} : { when }),
});
const always = (reason: FaultReason): readonly Rule[] => [{ reason }];
const token = (reason: FaultReason): readonly Rule[] => [{ reason, aboutToken: true }];

/** What the object store, or OpenIM over it, says of bytes that are not there or not those that were told. */
const NOT_STORED =
  /md5 mismatching|size mismatch|specified (key|multipart upload) does not exist|specified parts could not|smaller than the minimum/;

/** What this service itself refused when OpenIM asked it; `why` is then in OpenIM's text, in the user's language. */
const OURS = Object.fromEntries(
  Object.entries(REFUSALS).map(([refusal, code]) => [
    code,
    [{ reason: 'RULE_REFUSED', details: { refusal } } as const],
  ]),
);

/** The first rule of a code that fits its texts. A code that is not here, and a text that fits none, is our fault. */
export const RULES: Readonly<Record<number, readonly Rule[]>> = {
  429: always('UPSTREAM_BUSY'),
  // Everything that has no code of its own: texts of the database, of the content validator, of gRPC.
  500: [
    { reason: 'UPLOAD_INCOMPLETE', when: NOT_STORED },
    thing('What this is about', /no documents in result/),
    { reason: 'ALREADY_SO', when: /E11000 duplicate key/ },
    { reason: 'INPUT_REFUSED', when: /Field validation for|must be greater than|must provide at least one/ },
    { reason: 'INPUT_REFUSED', when: /encoding\/hex|illegal base64|invalid character|versionKey is empty/ },
  ],
  1000: always('UPSTREAM_UNAVAILABLE'),
  1001: [
    { reason: 'UPLOAD_INCOMPLETE', when: NOT_STORED },
    { reason: 'IM_TOKEN_REFUSED', when: /header must have token/, aboutToken: true },
    { reason: 'UPSTREAM_ERROR', when: /header must have operationID|adminUserID=/ },
    { reason: 'NOT_RECEIVED', when: /message is not sent/ },
    { reason: 'ALREADY_HANDLED', when: /request has been processed/ },
    { reason: 'ALREADY_REGISTERED', when: /userID is used/ },
    { reason: 'INPUT_REFUSED' },
  ],
  1002: [
    { reason: 'UPSTREAM_ERROR', when: /secret invalid|is not admin userID|only app manager/ },
    { reason: 'NOT_A_MEMBER', when: /op user not in group|opUser in ownerUserIDs/ },
    { reason: 'NO_PERMISSION' },
  ],
  1003: always('ALREADY_SO'),
  1004: [
    thing('The conversation', /conversation not found/),
    thing('The group', /\bgroup\b/),
    thing('The message', /\bmsg not found/),
    thing('The user', /\buser(ID)?\b/),
    thing('What this is about'),
  ],
  1050: always('NO_PERMISSION'),
  1101: [thing('The user')],
  1102: always('ALREADY_REGISTERED'),
  1201: [thing('The group')],
  1202: always('GROUP_ID_TAKEN'),
  1203: always('NOT_A_MEMBER'),
  1204: always('GROUP_DISMISSED'),
  1205: always('INPUT_REFUSED'),
  1206: always('ALREADY_HANDLED'),
  1301: always('NOT_ONESELF'),
  1302: always('BLOCKED'),
  1303: always('NOT_FRIENDS'),
  1304: always('ALREADY_FRIENDS'),
  1305: always('ALREADY_HANDLED'),
  1401: always('NO_PERMISSION'),
  1402: always('MUTED'),
  1403: always('GROUP_MUTED'),
  1404: always('ALREADY_REVOKED'),
  1501: token('IM_TOKEN_REFUSED'),
  1502: token('IM_TOKEN_REFUSED'),
  1503: token('IM_TOKEN_REFUSED'),
  1504: token('IM_TOKEN_REFUSED'),
  1505: token('IM_TOKEN_REFUSED'),
  1506: token('IM_TOKEN_KICKED'),
  1507: token('IM_TOKEN_REFUSED'),
  1520: always('NO_PERMISSION'),
  1601: always('UPSTREAM_BUSY'),
  1602: always('INPUT_REFUSED'),
  1603: always('UPSTREAM_UNAVAILABLE'),
  1701: always('INPUT_REFUSED'),
  // A before-webhook of somebody else's said no without a code of its own.
  80000: [{ reason: 'RULE_REFUSED', details: { why: 'A rule of this service does not let it through.' } }],
  ...OURS,
  90002: always('UPSTREAM_UNAVAILABLE'),
  90004: always('UPSTREAM_UNAVAILABLE'),
  90007: [{ reason: 'UPLOAD_INCOMPLETE', when: NOT_STORED }, { reason: 'UPSTREAM_UNAVAILABLE' }],
};
