import { Fault } from '../../kit/fault.ts';
import { type IdentityContext, nameOf, userOf } from '../context.ts';
import { type DeviceRow, renameOwn } from '../devices.ts';
import { ID } from '../ids.ts';

export async function renameDevice(
  _: unknown,
  { id, name }: { id: string; name: string },
  context: IdentityContext,
): Promise<DeviceRow> {
  const owner = { id, user_id: userOf(context).id, name: nameOf(name, 'name') };
  const device = ID.test(id) ? await renameOwn(context.db, owner) : null;
  if (device === null) throw new Fault('NOT_FOUND', { what: 'The device' });
  return device;
}

export const Device = {
  createdAt: ({ created_at }: DeviceRow) => created_at,
  lastSeenAt: ({ last_seen_at }: DeviceRow) => last_seen_at,
  current: ({ id }: DeviceRow, _: unknown, { scope: { viewer } }: IdentityContext) =>
    viewer.kind === 'user' && viewer.device === id,
};
