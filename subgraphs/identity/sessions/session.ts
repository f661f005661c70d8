import type { PlatformID, UserViewer } from '../../kit/viewer.ts';

/** A row of `identity.sessions`, with the device it is on. */
export interface SessionRow {
  readonly id: string;
  readonly login_id: string;
  readonly user_id: string;
  readonly device_id: string;
  readonly platform: PlatformID;
  readonly sealed_key: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_seen_at: Date;
  readonly confirmed_at: Date | null;
  readonly renewed_by: string | null;
  readonly works_until: Date | null;
  readonly ended_at: Date | null;
  /** The client's, at the sign-in. */
  readonly address: string | null;
}

export const viewerOf = (row: Pick<SessionRow, 'id' | 'user_id' | 'device_id' | 'platform'>): UserViewer => ({
  kind: 'user',
  id: row.user_id,
  session: row.id,
  device: row.device_id,
  platform: row.platform,
});

/** What a session key is bound to at rest: copied to another session or user, it does not open. */
export const boundTo = ({ id, user_id }: Pick<SessionRow, 'id' | 'user_id'>): string => `${id}\0${user_id}`;
