import type { CompanyProvider } from './admins/company-tokens.ts';
import type { AdminKeys } from './keys/admin-keys.ts';
import type { IdentityKey } from './keys/identity-key.ts';
import type { SessionKEK } from './keys/kek.ts';
import type { DeliverySettings } from './otp/delivery/open.ts';
import type { Texts } from './otp/delivery/texts.ts';

/** How often a code may be asked for, and tried. Windows begin with their first count. */
export interface OTPLimits {
  /** Seconds between two codes to one destination; 0: none need pass. */
  readonly resend: number;
  /** Codes to one destination in an hour, and in a day. */
  readonly destinationHour: number;
  readonly destinationDay: number;
  /** Codes asked for from one client address in an hour. */
  readonly addressHour: number;
  /** Verifications from one device (or, where it names none, one client address) in an hour. */
  readonly deviceHour: number;
}

export const OTP_LIMITS: OTPLimits = {
  resend: 30,
  destinationHour: 10,
  destinationDay: 30,
  addressHour: 60,
  deviceHour: 60,
};

export interface IdentitySettings {
  readonly sessionKEK: SessionKEK;
  readonly identityKey: IdentityKey;
  readonly adminKeys: AdminKeys;
  /** `iss` and `aud` of admins' access tokens; our public address. */
  readonly issuer: string;
  /** The domain that admins' passkeys are bound to, and the origins of pages that may ask for them. */
  readonly passkeys: { readonly id: string; readonly origins: () => readonly string[] };
  /** A company's own OpenID provider, whose tokens admins may use; null: none. */
  readonly company: CompanyProvider | null;
  /** Seconds that a sign-in lives at most, and without a request. */
  readonly sessionLife: number;
  readonly sessionIdle: number;
  readonly otpLimits: OTPLimits;
  readonly otpDelivery: DeliverySettings;
  /** An operator's own words, before ours. */
  readonly otpTexts: Texts;
  /** Where clients open their WebSocket to OpenIM. */
  readonly wsURL: string;
  /** What official OpenIM SDKs are given as OpenIM's REST address. */
  readonly apiURL: () => string;
  /** Where clients reach this gateway, without a path. */
  readonly publicURL: () => string;
  /** OpenIM's own `multiLogin.policy`. */
  readonly multiLoginPolicy: 0 | 1 | 4 | 5;
}
