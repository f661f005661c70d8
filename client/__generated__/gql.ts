/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation AdminLogin($email: EmailAddress!, $password: String!, $totp: String) {\n  login: adminLogin(email: $email, password: $password, totp: $totp) {\n    ...AdminSignedIn\n  }\n}\n\nmutation AdminRefresh($refreshToken: String!) {\n  login: adminRefresh(refreshToken: $refreshToken) {\n    ...AdminSignedIn\n  }\n}\n\nfragment AdminSignedIn on AdminLoginPayload {\n  accessToken\n  refreshToken\n  admin {\n    email\n  }\n}": typeof types.AdminLoginDocument,
    "mutation RequestOTP($input: RequestOTPInput!) {\n  requestOTP(input: $input) {\n    id\n    expiresAt\n    resendAfter\n  }\n}\n\nmutation VerifyOTP($input: VerifyOTPInput!) {\n  verifyOTP(input: $input) {\n    ...SignedIn\n  }\n}\n\nmutation RenewSession($publicKey: String!) {\n  renewSession(publicKey: $publicKey) {\n    ...SignedIn\n  }\n}\n\nmutation Logout($everywhere: Boolean) {\n  logout(everywhere: $everywhere)\n}\n\nfragment SignedIn on LoginPayload {\n  userID\n  newUser\n  imToken\n  imTokenExpiresAt\n  wsURL\n  apiURL\n  session {\n    id\n    expiresAt\n    serverPublicKey\n    serverSignature\n    device {\n      id\n    }\n  }\n}": typeof types.RequestOTPDocument,
    "query UploadPartSize($size: Float!) {\n  uploadLimits {\n    partSize(size: $size)\n  }\n}\n\nmutation CreateUpload($input: CreateUploadInput!) {\n  createUpload(input: $input) {\n    ...Uploading\n  }\n}\n\nmutation SignUploadParts($uploadID: ID!, $partNumbers: [Int!], $storedParts: [Int!]) {\n  signUploadParts(\n    uploadID: $uploadID\n    partNumbers: $partNumbers\n    storedParts: $storedParts\n  ) {\n    ...Uploading\n  }\n}\n\nmutation CompleteUpload($id: ID!) {\n  completeUpload(id: $id) {\n    ...Uploaded\n  }\n}\n\nfragment Uploading on Upload {\n  id\n  storedBytes\n  media {\n    ...Uploaded\n  }\n  parts {\n    partNumber\n    offset\n    size\n    method\n    url\n    headers {\n      name\n      value\n    }\n    fields {\n      name\n      value\n    }\n    fileField\n  }\n}\n\nfragment Uploaded on Media {\n  id\n  url\n  mimeType\n  size\n}": typeof types.UploadPartSizeDocument,
};
const documents: Documents = {
    "mutation AdminLogin($email: EmailAddress!, $password: String!, $totp: String) {\n  login: adminLogin(email: $email, password: $password, totp: $totp) {\n    ...AdminSignedIn\n  }\n}\n\nmutation AdminRefresh($refreshToken: String!) {\n  login: adminRefresh(refreshToken: $refreshToken) {\n    ...AdminSignedIn\n  }\n}\n\nfragment AdminSignedIn on AdminLoginPayload {\n  accessToken\n  refreshToken\n  admin {\n    email\n  }\n}": types.AdminLoginDocument,
    "mutation RequestOTP($input: RequestOTPInput!) {\n  requestOTP(input: $input) {\n    id\n    expiresAt\n    resendAfter\n  }\n}\n\nmutation VerifyOTP($input: VerifyOTPInput!) {\n  verifyOTP(input: $input) {\n    ...SignedIn\n  }\n}\n\nmutation RenewSession($publicKey: String!) {\n  renewSession(publicKey: $publicKey) {\n    ...SignedIn\n  }\n}\n\nmutation Logout($everywhere: Boolean) {\n  logout(everywhere: $everywhere)\n}\n\nfragment SignedIn on LoginPayload {\n  userID\n  newUser\n  imToken\n  imTokenExpiresAt\n  wsURL\n  apiURL\n  session {\n    id\n    expiresAt\n    serverPublicKey\n    serverSignature\n    device {\n      id\n    }\n  }\n}": types.RequestOTPDocument,
    "query UploadPartSize($size: Float!) {\n  uploadLimits {\n    partSize(size: $size)\n  }\n}\n\nmutation CreateUpload($input: CreateUploadInput!) {\n  createUpload(input: $input) {\n    ...Uploading\n  }\n}\n\nmutation SignUploadParts($uploadID: ID!, $partNumbers: [Int!], $storedParts: [Int!]) {\n  signUploadParts(\n    uploadID: $uploadID\n    partNumbers: $partNumbers\n    storedParts: $storedParts\n  ) {\n    ...Uploading\n  }\n}\n\nmutation CompleteUpload($id: ID!) {\n  completeUpload(id: $id) {\n    ...Uploaded\n  }\n}\n\nfragment Uploading on Upload {\n  id\n  storedBytes\n  media {\n    ...Uploaded\n  }\n  parts {\n    partNumber\n    offset\n    size\n    method\n    url\n    headers {\n      name\n      value\n    }\n    fields {\n      name\n      value\n    }\n    fileField\n  }\n}\n\nfragment Uploaded on Media {\n  id\n  url\n  mimeType\n  size\n}": types.UploadPartSizeDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AdminLogin($email: EmailAddress!, $password: String!, $totp: String) {\n  login: adminLogin(email: $email, password: $password, totp: $totp) {\n    ...AdminSignedIn\n  }\n}\n\nmutation AdminRefresh($refreshToken: String!) {\n  login: adminRefresh(refreshToken: $refreshToken) {\n    ...AdminSignedIn\n  }\n}\n\nfragment AdminSignedIn on AdminLoginPayload {\n  accessToken\n  refreshToken\n  admin {\n    email\n  }\n}"): (typeof documents)["mutation AdminLogin($email: EmailAddress!, $password: String!, $totp: String) {\n  login: adminLogin(email: $email, password: $password, totp: $totp) {\n    ...AdminSignedIn\n  }\n}\n\nmutation AdminRefresh($refreshToken: String!) {\n  login: adminRefresh(refreshToken: $refreshToken) {\n    ...AdminSignedIn\n  }\n}\n\nfragment AdminSignedIn on AdminLoginPayload {\n  accessToken\n  refreshToken\n  admin {\n    email\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RequestOTP($input: RequestOTPInput!) {\n  requestOTP(input: $input) {\n    id\n    expiresAt\n    resendAfter\n  }\n}\n\nmutation VerifyOTP($input: VerifyOTPInput!) {\n  verifyOTP(input: $input) {\n    ...SignedIn\n  }\n}\n\nmutation RenewSession($publicKey: String!) {\n  renewSession(publicKey: $publicKey) {\n    ...SignedIn\n  }\n}\n\nmutation Logout($everywhere: Boolean) {\n  logout(everywhere: $everywhere)\n}\n\nfragment SignedIn on LoginPayload {\n  userID\n  newUser\n  imToken\n  imTokenExpiresAt\n  wsURL\n  apiURL\n  session {\n    id\n    expiresAt\n    serverPublicKey\n    serverSignature\n    device {\n      id\n    }\n  }\n}"): (typeof documents)["mutation RequestOTP($input: RequestOTPInput!) {\n  requestOTP(input: $input) {\n    id\n    expiresAt\n    resendAfter\n  }\n}\n\nmutation VerifyOTP($input: VerifyOTPInput!) {\n  verifyOTP(input: $input) {\n    ...SignedIn\n  }\n}\n\nmutation RenewSession($publicKey: String!) {\n  renewSession(publicKey: $publicKey) {\n    ...SignedIn\n  }\n}\n\nmutation Logout($everywhere: Boolean) {\n  logout(everywhere: $everywhere)\n}\n\nfragment SignedIn on LoginPayload {\n  userID\n  newUser\n  imToken\n  imTokenExpiresAt\n  wsURL\n  apiURL\n  session {\n    id\n    expiresAt\n    serverPublicKey\n    serverSignature\n    device {\n      id\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UploadPartSize($size: Float!) {\n  uploadLimits {\n    partSize(size: $size)\n  }\n}\n\nmutation CreateUpload($input: CreateUploadInput!) {\n  createUpload(input: $input) {\n    ...Uploading\n  }\n}\n\nmutation SignUploadParts($uploadID: ID!, $partNumbers: [Int!], $storedParts: [Int!]) {\n  signUploadParts(\n    uploadID: $uploadID\n    partNumbers: $partNumbers\n    storedParts: $storedParts\n  ) {\n    ...Uploading\n  }\n}\n\nmutation CompleteUpload($id: ID!) {\n  completeUpload(id: $id) {\n    ...Uploaded\n  }\n}\n\nfragment Uploading on Upload {\n  id\n  storedBytes\n  media {\n    ...Uploaded\n  }\n  parts {\n    partNumber\n    offset\n    size\n    method\n    url\n    headers {\n      name\n      value\n    }\n    fields {\n      name\n      value\n    }\n    fileField\n  }\n}\n\nfragment Uploaded on Media {\n  id\n  url\n  mimeType\n  size\n}"): (typeof documents)["query UploadPartSize($size: Float!) {\n  uploadLimits {\n    partSize(size: $size)\n  }\n}\n\nmutation CreateUpload($input: CreateUploadInput!) {\n  createUpload(input: $input) {\n    ...Uploading\n  }\n}\n\nmutation SignUploadParts($uploadID: ID!, $partNumbers: [Int!], $storedParts: [Int!]) {\n  signUploadParts(\n    uploadID: $uploadID\n    partNumbers: $partNumbers\n    storedParts: $storedParts\n  ) {\n    ...Uploading\n  }\n}\n\nmutation CompleteUpload($id: ID!) {\n  completeUpload(id: $id) {\n    ...Uploaded\n  }\n}\n\nfragment Uploading on Upload {\n  id\n  storedBytes\n  media {\n    ...Uploaded\n  }\n  parts {\n    partNumber\n    offset\n    size\n    method\n    url\n    headers {\n      name\n      value\n    }\n    fields {\n      name\n      value\n    }\n    fileField\n  }\n}\n\nfragment Uploaded on Media {\n  id\n  url\n  mimeType\n  size\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;