import { reasonOf } from '../../kit/reason.ts';
import type { MutationResolvers } from '../__generated__/resolvers.ts';
import { adminOf, audited } from '../audited.ts';
import { type BlockableFile, blockFile, unblockFile } from '../blocking/block.ts';
import { distanceOf } from '../blocking/hashes.ts';
import type { MediaContext } from '../context.ts';
import { referenceOf } from './known.ts';

export const blockingMutations = {
  blockMedia: async (_, { id, distance: asked, reason }, context) => {
    const distance = distanceOf(asked);
    const deed = { id, distance, reason: reasonOf(reason), by: adminOf(context) };
    const file = await audited(context, reason, async (on) => {
      const result = await blockFile(deed, { holding: context.blocking.holding, on });
      return {
        result,
        entry: { action: 'media.block', target: `media:${id}`, ...changeOf(result), after: { distance } },
      };
    });
    return shown(file, context);
  },
  unblockMedia: async (_, { id, reason }, context) => {
    const deed = { id, reason: reasonOf(reason), by: adminOf(context) };
    const file = await audited(context, reason, async (on) => {
      const result = await unblockFile(deed, { holding: context.blocking.holding, on });
      return { result, entry: { action: 'media.unblock', target: `media:${id}`, ...changeOf(result) } };
    });
    return shown(file, context);
  },
} satisfies MutationResolvers;

const changeOf = ({ state }: BlockableFile) => ({ before: { state } });

/** As it is after what was done; what it is like follows behind. */
function shown(file: BlockableFile, { blocking, fileByID }: MediaContext) {
  blocking.sweep();
  fileByID.clear(file.id);
  return referenceOf(file);
}
