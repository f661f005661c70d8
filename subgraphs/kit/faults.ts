import { CREDENTIAL_FAULTS } from './credential-faults.ts';
import { DOCUMENT_FAULTS } from './document-faults.ts';
import type { FaultRow } from './fault-row.ts';
import { OUTAGE_FAULTS } from './outage-faults.ts';
import { STICKER_FAULTS } from './sticker-faults.ts';
import { STREAM_FAULTS } from './stream-faults.ts';
import { UPLOAD_FAULTS } from './upload-faults.ts';

export type { FaultRow } from './fault-row.ts';

/** Every way to fail: the key is `extensions.reason`. Docs, clients and tests read these rows. */
export const FAULTS = {
  ...CREDENTIAL_FAULTS,
  ...STREAM_FAULTS,
  ...DOCUMENT_FAULTS,

  // ---- credentials, at a field
  SIGNATURE_MISSING: { code: 'UNAUTHENTICATED', retry: false, says: 'Sign in to use this field.' },
  SCOPE_MISSING: { code: 'FORBIDDEN', retry: false, says: 'This field needs the scope {scopes}.' },
  USERS_ONLY: { code: 'FORBIDDEN', retry: false, says: 'Only a signed-in user has this; an admin has not.' },
  IM_TOKEN_KICKED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    says: "OpenIM ended this device's login; renew the session or sign in again.",
  },

  IM_TOKEN_REFUSED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    says: "OpenIM does not accept this device's login; renew the session or sign in again.",
  },

  // ---- one-time codes and sign-in
  CODE_WRONG: { code: 'BAD_USER_INPUT', retry: false, says: 'The code is wrong; {triesLeft} tries are left.' },
  CODE_EXPIRED: { code: 'BAD_USER_INPUT', retry: false, says: 'The code has expired or was used; ask for a new one.' },
  RESEND_TOO_SOON: {
    code: 'RATE_LIMITED',
    retry: true,
    says: 'A code was sent a moment ago; ask again after {resendAfter}.',
  },
  OTP_LIMIT: {
    code: 'RATE_LIMITED',
    retry: true,
    says: 'Too many codes were asked for; try again after {retryAfter}.',
  },
  REGISTRATION_CLOSED: { code: 'FORBIDDEN', retry: false, says: 'New accounts are not made here at present.' },
  INVITATION_REQUIRED: {
    code: 'FORBIDDEN',
    retry: false,
    says: 'A new account needs an invitation: send the same code again, with input.invitationCode.',
  },
  INVITATION_INVALID: {
    code: 'BAD_USER_INPUT',
    retry: false,
    says: 'There is no such invitation, or it has expired or was withdrawn.',
  },
  INVITATION_USED: { code: 'BAD_USER_INPUT', retry: false, says: 'The invitation was used as often as it may be.' },
  NETWORK_REFUSED: { code: 'FORBIDDEN', retry: false, says: 'This is not allowed from the network that you are in.' },
  ADDRESS_TAKEN: { code: 'CONFLICT', retry: false, says: 'Another account has this address.' },
  EXPORT_GONE: {
    code: 'NOT_FOUND',
    retry: false,
    status: 404,
    says: 'There is no such export: it was downloaded, or its time is over. Ask for a new one.',
  },
  KEY_INVALID: {
    code: 'BAD_USER_INPUT',
    retry: false,
    says: 'publicKey is not a usable X25519 public key: 32 bytes, base64url without padding.',
  },
  CREDENTIALS_WRONG: { code: 'UNAUTHENTICATED', retry: false, says: 'E-mail or password is wrong.' },
  TOTP_REQUIRED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    says: 'The password is right; sign in again with a code of your app or a recovery code in `totp`, or with a passkey.',
  },
  TOTP_WRONG: {
    code: 'UNAUTHENTICATED',
    retry: false,
    says: 'The code is wrong, or was used before; wait for the next one of your app.',
  },
  EMAIL_TAKEN: { code: 'CONFLICT', retry: false, says: 'There is an admin of this address already.' },
  ADMIN_INVITATION_INVALID: {
    code: 'BAD_USER_INPUT',
    retry: false,
    says: 'The invitation was used, is too old, or is none; ask an owner for another.',
  },
  LAST_OWNER: { code: 'CONFLICT', retry: false, says: 'There would be no owner left who can make admins.' },
  TOTP_ON: { code: 'CONFLICT', retry: false, says: 'An authenticator app is on already; turn it off first.' },
  TOTP_NOT_BEGUN: { code: 'CONFLICT', retry: false, says: 'No authenticator app waits to be confirmed; begin again.' },
  PASSKEY_REFUSED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    says: 'The passkey was not accepted: it is not known here, or the answer is not one to the challenge; begin again.',
  },
  REFRESH_INVALID: { code: 'UNAUTHENTICATED', retry: false, says: 'The refresh token is not valid; sign in again.' },
  REFRESH_REUSED: {
    code: 'UNAUTHENTICATED',
    retry: false,
    says: 'The refresh token was used before, so every token of this sign-in was ended; sign in again.',
  },

  // ---- input
  TOO_MANY: { code: 'CONFLICT', retry: false, says: 'There are too many {what}: {most} are the most.' },
  INPUT_INVALID: { code: 'BAD_USER_INPUT', retry: false, says: '{field}: {expected}.' },
  REQUEST_MALFORMED: {
    code: 'BAD_USER_INPUT',
    retry: false,
    status: 400,
    says: 'The request cannot be read: {detail}.',
  },
  ROUTE_UNKNOWN: {
    code: 'NOT_FOUND',
    retry: false,
    status: 404,
    says: 'Nothing is served at this address; GraphQL is at /graphql.',
  },
  PICTURE_UNKNOWN: {
    code: 'NOT_FOUND',
    retry: false,
    status: 404,
    says: 'There is no such picture, or not any longer.',
  },
  PICTURE_LATER: {
    code: 'UPSTREAM_UNAVAILABLE',
    retry: true,
    status: 503,
    says: 'The picture cannot be made right now; ask again after the seconds in Retry-After.',
  },
  METHOD_UNKNOWN: { code: 'BAD_USER_INPUT', retry: false, status: 405, says: 'This address takes {allowed} only.' },
  CURSOR_INVALID: { code: 'BAD_USER_INPUT', retry: false, says: '{field} is not a cursor of this list.' },
  RATE_LIMITED: { code: 'RATE_LIMITED', retry: true, says: 'Too many requests; try again after {retryAfter}.' },
  REQUESTS_LIMITED: {
    code: 'RATE_LIMITED',
    retry: true,
    status: 429,
    says: 'More than {limit} requests in a minute; try again after {retryAfter}.',
  },
  OVERLOADED: {
    code: 'RATE_LIMITED',
    retry: true,
    status: 503,
    says: 'This server has too much to do now; try again after {retryAfter}.',
  },

  // ---- chat
  NOT_FOUND: { code: 'NOT_FOUND', retry: false, says: '{what} was not found.' },
  NOT_YOURS: { code: 'FORBIDDEN', retry: false, says: '{what} is not yours.' },
  NOT_A_MEMBER: { code: 'FORBIDDEN', retry: false, says: 'You are not a member of this group.' },
  ALREADY_A_MEMBER: { code: 'CONFLICT', retry: false, says: 'You are a member of this group already.' },
  GROUP_ROLE_NEEDED: { code: 'FORBIDDEN', retry: false, says: 'Only {roles} of this group may do this.' },
  OUTRANKED: {
    code: 'FORBIDDEN',
    retry: false,
    says: 'An admin may do this with ordinary members, the owner with anybody, and nobody with the owner.',
  },
  OWNER_STAYS: {
    code: 'CONFLICT',
    retry: false,
    says: 'You own this group: hand it over with transferGroup, or end it with dismissGroup.',
  },
  GROUP_BANNED: { code: 'FORBIDDEN', retry: false, says: 'The service has closed this group.' },
  GROUP_DISMISSED: { code: 'CONFLICT', retry: false, says: 'The group was dismissed.' },
  MUTED: { code: 'FORBIDDEN', retry: false, says: 'You are muted in this group.' },
  GROUP_MUTED: { code: 'FORBIDDEN', retry: false, says: 'The group is muted; only its owner and admins may write.' },
  BLOCKED: { code: 'FORBIDDEN', retry: false, says: 'This user does not take messages from you.' },
  NOT_RECEIVED: { code: 'FORBIDDEN', retry: false, says: 'The receiver takes no messages now.' },
  ALREADY_REVOKED: { code: 'CONFLICT', retry: false, says: 'The message was revoked before.' },
  SEND_CONFLICT: { code: 'CONFLICT', retry: false, says: 'This clientMsgID was used for another message.' },
  SEND_UNCERTAIN: {
    code: 'UPSTREAM_UNAVAILABLE',
    retry: true,
    says: 'OpenIM did not confirm the message; send it again with the same clientMsgID.',
  },
  BROADCAST_UNCERTAIN: {
    code: 'UPSTREAM_UNAVAILABLE',
    retry: false,
    says: 'OpenIM did not confirm the message in time: some may have got it; look before you send it again.',
  },

  ...UPLOAD_FAULTS,
  ...STICKER_FAULTS,

  // ---- refusals of OpenIM that nothing of ours could have foreseen
  INPUT_REFUSED: { code: 'BAD_USER_INPUT', retry: false, says: 'OpenIM does not accept this input.' },
  NOT_ONESELF: { code: 'BAD_USER_INPUT', retry: false, says: 'This cannot be done with oneself.' },
  NO_PERMISSION: {
    code: 'FORBIDDEN',
    retry: false,
    says: 'You may not do this: somebody else has to, or has to let you.',
  },
  NOT_FRIENDS: { code: 'FORBIDDEN', retry: false, says: 'Only friends may write to this user.' },
  RULE_CHANGED: {
    code: 'CONFLICT',
    retry: false,
    says: 'Somebody else changed the rule meanwhile: it is at version {version} now. Look at it, and change that.',
  },
  LIST_SUBSCRIBED: {
    code: 'FORBIDDEN',
    retry: false,
    says: 'The list is one that others publish: its publisher alone changes it, and publishes it.',
  },
  LIST_IN_USE: {
    code: 'CONFLICT',
    retry: false,
    says: 'Rules that are not OFF name its lists: {rules}. Change them, or turn them off, first.',
  },
  RULE_REFUSED: { code: 'FORBIDDEN', retry: false, says: '{why}' },
  ALREADY_REGISTERED: { code: 'CONFLICT', retry: false, says: 'OpenIM has a user of this id already.' },
  ALREADY_FRIENDS: { code: 'CONFLICT', retry: false, says: 'You are friends already.' },
  ALREADY_HANDLED: { code: 'CONFLICT', retry: false, says: 'The request was answered before.' },
  ALREADY_SO: { code: 'CONFLICT', retry: false, says: 'It is so already; nothing was changed.' },
  ALREADY_THERE: { code: 'CONFLICT', retry: false, says: '{what} is there already; change that one.' },
  GROUP_ID_TAKEN: { code: 'CONFLICT', retry: false, says: 'There is a group of this id already.' },

  // ---- moderation
  CASE_CLAIMED: { code: 'CONFLICT', retry: true, says: 'Somebody else is at this case, until {until} at the latest.' },
  CASE_RESOLVED: {
    code: 'CONFLICT',
    retry: false,
    says: 'The case is decided; take it up again with reopenCase to decide anew.',
  },
  CASE_CHANGED: {
    code: 'CONFLICT',
    retry: false,
    says: 'The case has changed since you read it: it is version {version} now. Read it again.',
  },
  CLAIM_NEEDED: { code: 'CONFLICT', retry: false, says: 'You have no claim on this case, or it has run out.' },
  OPINION_PENDING: {
    code: 'CONFLICT',
    retry: false,
    says: 'A decision about this case waits for a second opinion: confirm or decline it first.',
  },
  SECOND_OPINION_NEEDED: {
    code: 'FORBIDDEN',
    retry: false,
    says: 'Somebody else than who proposed it has to confirm this.',
  },
  APPEAL_PENDING: {
    code: 'CONFLICT',
    retry: false,
    says: 'There is an appeal against the decision: decide that first.',
  },
  APPEAL_MADE: { code: 'CONFLICT', retry: false, says: 'This decision was appealed before; each is heard once.' },
  APPEAL_LATE: { code: 'CONFLICT', retry: false, says: 'This decision could be appealed until {until}.' },
  APPEAL_NEEDLESS: {
    code: 'CONFLICT',
    retry: false,
    says: 'This decision was taken back, or is being looked at again anyhow.',
  },
  APPEAL_OWN: {
    code: 'FORBIDDEN',
    retry: false,
    says: 'Somebody else than who took the decision has to hear the appeal.',
  },
  APPEAL_TICKET_INVALID: {
    code: 'BAD_USER_INPUT',
    retry: false,
    says: 'The ticket is none, or has run out; sign in again to be given another.',
  },

  // ---- what we stand on
  ...OUTAGE_FAULTS,
  INTERNAL: {
    code: 'INTERNAL_SERVER_ERROR',
    retry: false,
    status: 500,
    says: 'Something broke on our side; the request id names it in our logs.',
  },
} as const satisfies Record<string, FaultRow>;

export type FaultReason = keyof typeof FAULTS;
