/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The installation that signs in, and its half of the handshake. */
export type DeviceInput = {
  /**
   * Stable id that the client keeps for this installation, 1 to 64 characters of `A-Za-z0-9_-`; made by the server
   * when absent, or when it belongs to somebody else: the answer's counts.
   */
  id?: string | null | undefined;
  /** What its owner knows it by, 1 to 64 characters. */
  name: string;
  /** What kind of device it is. */
  platform: Platform;
  /** Raw X25519 public key of this session (RFC 7748), 32 bytes, base64url without padding. See SESSION.md. */
  publicKey: string;
};

/** The kind of device, as OpenIM's platformID counts it: 1 to 9, and 11. */
export type Platform =
  /** platformID 2: an Android phone. */
  | 'ANDROID'
  /** platformID 8: an Android tablet. */
  | 'ANDROID_PAD'
  /** platformID 11: a HarmonyOS device. */
  | 'HARMONY_OS'
  /** platformID 1: an iPhone. */
  | 'IOS'
  /** platformID 9: an iPad. */
  | 'IPAD'
  /** platformID 7: a Linux computer. */
  | 'LINUX'
  /** platformID 4: a Mac. */
  | 'MACOS'
  /** platformID 6: a mini program inside another app. */
  | 'MINI_WEB'
  /** platformID 5: a browser. */
  | 'WEB'
  /** platformID 3: a Windows computer. */
  | 'WINDOWS';

/** Where a one-time code is sent: a phone or a mailbox. */
export type RequestOTPInput =
  {   /** A mail address. */
  email: string; phone?: never; }
  |  { email?: never;   /** A phone number, for a text message. */
  phone: string; };

/** The answer to a challenge. */
export type VerifyOTPInput = {
  /** `OTPChallenge.id`. */
  challengeID: string;
  /** The six digits that were sent. */
  code: string;
  /** The installation that signs in. */
  device: DeviceInput;
  /**
   * `Invitation.code`, for an address that has no account where registration needs one; case, spaces and dashes do not
   * matter. After `INVITATION_REQUIRED`, `INVITATION_INVALID` and `INVITATION_USED` the same one-time code is still good.
   */
  invitationCode?: string | null | undefined;
  /** The name of a new user, 1 to 64 characters; "New user" when absent, and ignored for who has an account. */
  nickname?: string | null | undefined;
};

export type RequestOTPMutationVariables = Exact<{
  input: RequestOTPInput;
}>;


export type RequestOTPMutation = { requestOTP: { id: string, expiresAt: string, resendAfter: string } | null };

export type VerifyOTPMutationVariables = Exact<{
  input: VerifyOTPInput;
}>;


export type VerifyOTPMutation = { verifyOTP: { userID: string, imToken: string | null, imTokenExpiresAt: string | null, wsURL: string, apiURL: string, session: { id: string, expiresAt: string, serverPublicKey: string | null, serverSignature: string | null, device: { id: string } } } | null };

export type RenewSessionMutationVariables = Exact<{
  publicKey: string;
}>;


export type RenewSessionMutation = { renewSession: { userID: string, imToken: string | null, imTokenExpiresAt: string | null, wsURL: string, apiURL: string, session: { id: string, expiresAt: string, serverPublicKey: string | null, serverSignature: string | null, device: { id: string } } } | null };

export type LogoutMutationVariables = Exact<{
  everywhere?: boolean | null | undefined;
}>;


export type LogoutMutation = { logout: null | null };

export type SignedInFragment = { userID: string, imToken: string | null, imTokenExpiresAt: string | null, wsURL: string, apiURL: string, session: { id: string, expiresAt: string, serverPublicKey: string | null, serverSignature: string | null, device: { id: string } } };

export const SignedInFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedIn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LoginPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"imToken"}},{"kind":"Field","name":{"kind":"Name","value":"imTokenExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"wsURL"}},{"kind":"Field","name":{"kind":"Name","value":"apiURL"}},{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverPublicKey"}},{"kind":"Field","name":{"kind":"Name","value":"serverSignature"}},{"kind":"Field","name":{"kind":"Name","value":"device"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<SignedInFragment, unknown>;
export const RequestOTPDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestOTP"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestOTPInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestOTP"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"resendAfter"}}]}}]}}]} as unknown as DocumentNode<RequestOTPMutation, RequestOTPMutationVariables>;
export const VerifyOTPDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyOTP"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifyOTPInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyOTP"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedIn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedIn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LoginPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"imToken"}},{"kind":"Field","name":{"kind":"Name","value":"imTokenExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"wsURL"}},{"kind":"Field","name":{"kind":"Name","value":"apiURL"}},{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverPublicKey"}},{"kind":"Field","name":{"kind":"Name","value":"serverSignature"}},{"kind":"Field","name":{"kind":"Name","value":"device"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<VerifyOTPMutation, VerifyOTPMutationVariables>;
export const RenewSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"publicKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"publicKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"publicKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedIn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedIn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LoginPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"imToken"}},{"kind":"Field","name":{"kind":"Name","value":"imTokenExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"wsURL"}},{"kind":"Field","name":{"kind":"Name","value":"apiURL"}},{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverPublicKey"}},{"kind":"Field","name":{"kind":"Name","value":"serverSignature"}},{"kind":"Field","name":{"kind":"Name","value":"device"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RenewSessionMutation, RenewSessionMutationVariables>;
export const LogoutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Logout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"everywhere"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logout"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"everywhere"},"value":{"kind":"Variable","name":{"kind":"Name","value":"everywhere"}}}]}]}}]} as unknown as DocumentNode<LogoutMutation, LogoutMutationVariables>;