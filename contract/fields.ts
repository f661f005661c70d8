import { COVERAGE } from '../subgraphs/openim/coverage/coverage.ts';

/** What a route that we ask by ourselves is asked for: no field of the API is it, and these stand on it. */
export const INSIDE: Readonly<Record<string, readonly string[]>> = {
  '/auth/get_admin_token': ['Mutation.verifyOTP', 'Mutation.sendMessage', 'Query.group', 'Message.senderMember'],
  '/auth/get_user_token': ['Mutation.verifyOTP', 'Mutation.renewSession', 'LoginPayload.imToken', 'Query.user'],
  '/auth/parse_token': ['Mutation.verifyOTP', 'Mutation.renewSession', 'LoginPayload.imToken'],
  '/auth/force_logout': ['Mutation.logout', 'Mutation.revokeSession', 'Mutation.banUser'],
  '/user/user_register': ['Mutation.verifyOTP'],
  '/user/account_check': ['Mutation.verifyOTP'],
  '/group/get_group_member_user_id': ['User.groups'],
  '/object/access_url': ['Mutation.completeUpload'],
};

export interface Touched {
  /** Coordinates of the API. */
  readonly fields: readonly string[];
  /** Who else stands on it, or why nobody does. */
  readonly note: string;
}

/** Who stands on a route of OpenIM's, as the coverage table tells it. */
export function touchedBy(route: string): Touched {
  const row = COVERAGE[route];
  if (row === undefined) return { fields: [], note: 'nobody: no route of OpenIM’s that is known' };
  if ('graphql' in row) return { fields: row.graphql, note: '' };
  if ('inside' in row) return { fields: INSIDE[route] ?? [], note: `asked by us: ${row.why}` };
  if ('forwarded' in row) return { fields: [], note: `at /openim: ${row.forwarded}` };
  return { fields: [], note: `nobody, it is not served: ${row.refused}` };
}
