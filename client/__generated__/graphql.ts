/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A file to upload. */
export type CreateUploadInput = {
  /** Its media type (RFC 6838), without parameters; `application/octet-stream` where nothing better is taken. */
  mimeType: string;
  /** What it is called; what does not belong into an address becomes `_`. */
  name: string;
  /** The MD5 of each part in order, 32 hexadecimal digits in lower case; `UploadLimits.partSize` tells how long a part is. */
  partMD5s: Array<string>;
  /** Its length in bytes, 1 at least, `UploadLimits.maxBytes` at most. */
  size: number;
};

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

/** How a part is sent to the object store. */
export type UploadMethod =
  /** A POST of multipart/form-data: `fields` in their order, and then these bytes in the field `fileField`. */
  | 'POST'
  /** A PUT of exactly these bytes, with `headers`. */
  | 'PUT';

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

export type AdminLoginMutationVariables = Exact<{
  email: string;
  password: string;
  totp?: string | null | undefined;
}>;


export type AdminLoginMutation = { login: { accessToken: string, refreshToken: string, admin: { email: string } } | null };

export type AdminRefreshMutationVariables = Exact<{
  refreshToken: string;
}>;


export type AdminRefreshMutation = { login: { accessToken: string, refreshToken: string, admin: { email: string } } | null };

export type AdminSignedInFragment = { accessToken: string, refreshToken: string, admin: { email: string } };

export type RequestOTPMutationVariables = Exact<{
  input: RequestOTPInput;
}>;


export type RequestOTPMutation = { requestOTP: { id: string, expiresAt: string, resendAfter: string } | null };

export type VerifyOTPMutationVariables = Exact<{
  input: VerifyOTPInput;
}>;


export type VerifyOTPMutation = { verifyOTP: { userID: string, newUser: boolean, imToken: string | null, imTokenExpiresAt: string | null, wsURL: string, apiURL: string, session: { id: string, expiresAt: string, serverPublicKey: string | null, serverSignature: string | null, device: { id: string } } } | null };

export type RenewSessionMutationVariables = Exact<{
  publicKey: string;
}>;


export type RenewSessionMutation = { renewSession: { userID: string, newUser: boolean, imToken: string | null, imTokenExpiresAt: string | null, wsURL: string, apiURL: string, session: { id: string, expiresAt: string, serverPublicKey: string | null, serverSignature: string | null, device: { id: string } } } | null };

export type LogoutMutationVariables = Exact<{
  everywhere?: boolean | null | undefined;
}>;


export type LogoutMutation = { logout: null | null };

export type SignedInFragment = { userID: string, newUser: boolean, imToken: string | null, imTokenExpiresAt: string | null, wsURL: string, apiURL: string, session: { id: string, expiresAt: string, serverPublicKey: string | null, serverSignature: string | null, device: { id: string } } };

export type UploadPartSizeQueryVariables = Exact<{
  size: number;
}>;


export type UploadPartSizeQuery = { uploadLimits: { partSize: number | null } | null };

export type CreateUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateUploadMutation = { createUpload: { id: string, storedBytes: number, media: { id: string, url: string | null, mimeType: string | null, size: number | null } | null, parts: Array<{ partNumber: number, offset: number, size: number, method: UploadMethod, url: string, fileField: string | null, headers: Array<{ name: string, value: string }>, fields: Array<{ name: string, value: string }> }> } | null };

export type SignUploadPartsMutationVariables = Exact<{
  uploadID: string;
  partNumbers?: Array<number> | number | null | undefined;
  storedParts?: Array<number> | number | null | undefined;
}>;


export type SignUploadPartsMutation = { signUploadParts: { id: string, storedBytes: number, media: { id: string, url: string | null, mimeType: string | null, size: number | null } | null, parts: Array<{ partNumber: number, offset: number, size: number, method: UploadMethod, url: string, fileField: string | null, headers: Array<{ name: string, value: string }>, fields: Array<{ name: string, value: string }> }> } | null };

export type CompleteUploadMutationVariables = Exact<{
  id: string;
}>;


export type CompleteUploadMutation = { completeUpload: { id: string, url: string | null, mimeType: string | null, size: number | null } | null };

export type UploadingFragment = { id: string, storedBytes: number, media: { id: string, url: string | null, mimeType: string | null, size: number | null } | null, parts: Array<{ partNumber: number, offset: number, size: number, method: UploadMethod, url: string, fileField: string | null, headers: Array<{ name: string, value: string }>, fields: Array<{ name: string, value: string }> }> };

export type UploadedFragment = { id: string, url: string | null, mimeType: string | null, size: number | null };

export const AdminSignedInFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AdminSignedIn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AdminLoginPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]} as unknown as DocumentNode<AdminSignedInFragment, unknown>;
export const SignedInFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedIn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LoginPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"newUser"}},{"kind":"Field","name":{"kind":"Name","value":"imToken"}},{"kind":"Field","name":{"kind":"Name","value":"imTokenExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"wsURL"}},{"kind":"Field","name":{"kind":"Name","value":"apiURL"}},{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverPublicKey"}},{"kind":"Field","name":{"kind":"Name","value":"serverSignature"}},{"kind":"Field","name":{"kind":"Name","value":"device"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<SignedInFragment, unknown>;
export const UploadedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Uploaded"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Media"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"size"}}]}}]} as unknown as DocumentNode<UploadedFragment, unknown>;
export const UploadingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Uploading"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Upload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"storedBytes"}},{"kind":"Field","name":{"kind":"Name","value":"media"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Uploaded"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offset"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"headers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fileField"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Uploaded"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Media"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"size"}}]}}]} as unknown as DocumentNode<UploadingFragment, unknown>;
export const AdminLoginDocument = {"__meta__":{"hash":"sha256:9d0e8af88c75a0b315300aa8245d99abde30412dc692f7c15ed59f66e6fb42cc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminLogin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"email"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EmailAddress"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"totp"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"login"},"name":{"kind":"Name","value":"adminLogin"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"email"},"value":{"kind":"Variable","name":{"kind":"Name","value":"email"}}},{"kind":"Argument","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}},{"kind":"Argument","name":{"kind":"Name","value":"totp"},"value":{"kind":"Variable","name":{"kind":"Name","value":"totp"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AdminSignedIn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AdminSignedIn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AdminLoginPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]} as unknown as DocumentNode<AdminLoginMutation, AdminLoginMutationVariables>;
export const AdminRefreshDocument = {"__meta__":{"hash":"sha256:16b80a482c0e631e6f3a266016c6e4228fcf02b89c2001216d0a354dfa7d1813"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminRefresh"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refreshToken"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"login"},"name":{"kind":"Name","value":"adminRefresh"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"refreshToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refreshToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AdminSignedIn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AdminSignedIn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AdminLoginPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"admin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]} as unknown as DocumentNode<AdminRefreshMutation, AdminRefreshMutationVariables>;
export const RequestOTPDocument = {"__meta__":{"hash":"sha256:79b948ac4fea218cc323fec4382388eba4c7b7a011df18acf9d35d5eb211c95f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestOTP"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestOTPInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestOTP"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"resendAfter"}}]}}]}}]} as unknown as DocumentNode<RequestOTPMutation, RequestOTPMutationVariables>;
export const VerifyOTPDocument = {"__meta__":{"hash":"sha256:3fb4bb8e9e295d1ba80c49718a5e55706e2b0f5e5b74e4b2081c3cc3c2451722"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyOTP"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifyOTPInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyOTP"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedIn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedIn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LoginPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"newUser"}},{"kind":"Field","name":{"kind":"Name","value":"imToken"}},{"kind":"Field","name":{"kind":"Name","value":"imTokenExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"wsURL"}},{"kind":"Field","name":{"kind":"Name","value":"apiURL"}},{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverPublicKey"}},{"kind":"Field","name":{"kind":"Name","value":"serverSignature"}},{"kind":"Field","name":{"kind":"Name","value":"device"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<VerifyOTPMutation, VerifyOTPMutationVariables>;
export const RenewSessionDocument = {"__meta__":{"hash":"sha256:cbf9dcc19744c2767566a7e1ec6de25e5d101876f2e106a93b0dec33602c5d5d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"publicKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"publicKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"publicKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SignedIn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SignedIn"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LoginPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userID"}},{"kind":"Field","name":{"kind":"Name","value":"newUser"}},{"kind":"Field","name":{"kind":"Name","value":"imToken"}},{"kind":"Field","name":{"kind":"Name","value":"imTokenExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"wsURL"}},{"kind":"Field","name":{"kind":"Name","value":"apiURL"}},{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"serverPublicKey"}},{"kind":"Field","name":{"kind":"Name","value":"serverSignature"}},{"kind":"Field","name":{"kind":"Name","value":"device"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RenewSessionMutation, RenewSessionMutationVariables>;
export const LogoutDocument = {"__meta__":{"hash":"sha256:f1d17e335880f71e4666c253536a6e972f63aec5e5fd4d58674827fadad16d4c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Logout"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"everywhere"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"logout"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"everywhere"},"value":{"kind":"Variable","name":{"kind":"Name","value":"everywhere"}}}]}]}}]} as unknown as DocumentNode<LogoutMutation, LogoutMutationVariables>;
export const UploadPartSizeDocument = {"__meta__":{"hash":"sha256:8bcf762b5760b3d2dff1b1a430bde31a6605149568a3eb04e663a6c5faf2fcaf"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UploadPartSize"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"size"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Float"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"uploadLimits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partSize"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"size"},"value":{"kind":"Variable","name":{"kind":"Name","value":"size"}}}]}]}}]}}]} as unknown as DocumentNode<UploadPartSizeQuery, UploadPartSizeQueryVariables>;
export const CreateUploadDocument = {"__meta__":{"hash":"sha256:3f6e052df8a1eea8549bd73d1702e5baaef86444c7085ef55e461b2419a2a34d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Uploading"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Uploaded"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Media"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"size"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Uploading"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Upload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"storedBytes"}},{"kind":"Field","name":{"kind":"Name","value":"media"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Uploaded"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offset"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"headers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fileField"}}]}}]}}]} as unknown as DocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;
export const SignUploadPartsDocument = {"__meta__":{"hash":"sha256:8ce1e012df2397ae7d3998da161d5e1bd18fb763198eb209cb14e017c0587529"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUploadParts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"uploadID"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"partNumbers"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"storedParts"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUploadParts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"uploadID"},"value":{"kind":"Variable","name":{"kind":"Name","value":"uploadID"}}},{"kind":"Argument","name":{"kind":"Name","value":"partNumbers"},"value":{"kind":"Variable","name":{"kind":"Name","value":"partNumbers"}}},{"kind":"Argument","name":{"kind":"Name","value":"storedParts"},"value":{"kind":"Variable","name":{"kind":"Name","value":"storedParts"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Uploading"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Uploaded"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Media"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"size"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Uploading"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Upload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"storedBytes"}},{"kind":"Field","name":{"kind":"Name","value":"media"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Uploaded"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"partNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offset"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"headers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fileField"}}]}}]}}]} as unknown as DocumentNode<SignUploadPartsMutation, SignUploadPartsMutationVariables>;
export const CompleteUploadDocument = {"__meta__":{"hash":"sha256:5b04cb29743613912c86dd4d692de3f65d41e214b78b735cce73785fb6bab319"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Uploaded"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Uploaded"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Media"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"size"}}]}}]} as unknown as DocumentNode<CompleteUploadMutation, CompleteUploadMutationVariables>;