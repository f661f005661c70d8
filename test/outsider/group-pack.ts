import { picture, stickerAdmin } from '../media/sticker-kit.ts';
import type { World } from '../world/world.ts';

const REASON = 'reason: "for the hikers"';

export interface GroupPack {
  readonly pack: string;
  readonly sticker: string;
}

/** A published pack that is for the members of one group, with this text in everything that it says. */
export async function openGroupPack(world: World, groupID: string, text: string): Promise<GroupPack> {
  const admin = await stickerAdmin(world);
  const { id: pack } = await admin.change<{ id: string }>(
    `mutation ($input: CreateStickerPackInput!) { createStickerPack(input: $input, ${REASON}) { id } }`,
    { input: { title: text, author: text, groupIDs: [groupID] } },
  );
  const { id: uploadID } = await admin.upload(await picture('teal'));
  const words = [{ language: 'en', keywords: [text] }];
  const { id: sticker } = await admin.change<{ id: string }>(
    `mutation ($pack: ID!, $input: AddStickerInput!) { addSticker(packID: $pack, input: $input, ${REASON}) { id } }`,
    { pack, input: { uploadID, name: text, words } },
  );
  await admin.change(`mutation ($pack: ID!) { publishStickerPack(id: $pack, ${REASON}) { id } }`, { pack });
  return { pack, sticker };
}
