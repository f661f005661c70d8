const LOGIN = `userID newUser imToken imTokenExpiresAt wsURL apiURL
  session { id createdAt expiresAt endedAt serverPublicKey serverSignature device { id name platform current } }`;

export const REQUEST = 'mutation ($input: RequestOTPInput!) { requestOTP(input: $input) { id expiresAt resendAfter } }';
export const VERIFY = `mutation ($input: VerifyOTPInput!) { verifyOTP(input: $input) { ${LOGIN} } }`;
export const RENEW = `mutation ($publicKey: String!) { renewSession(publicKey: $publicKey) { ${LOGIN} } }`;
export const ME = '{ me { id } }';
export const SESSIONS = '{ sessions { id endedAt device { id current } } }';
export const LOGOUT = 'mutation ($everywhere: Boolean) { logout(everywhere: $everywhere) }';
export const REVOKE = 'mutation ($id: ID!) { revokeSession(id: $id) { id endedAt } }';
const ADMIN = 'accessToken expiresAt refreshToken admin { id email name roles }';
export const ADMIN_LOGIN = `mutation ($email: EmailAddress!, $password: String!) {
  adminLogin(email: $email, password: $password) { ${ADMIN} }
}`;
export const ADMIN_REFRESH = `mutation ($token: String!) { adminRefresh(refreshToken: $token) { ${ADMIN} } }`;
