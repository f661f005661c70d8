import DataLoader from 'dataloader';
import { Fault } from '../kit/fault.ts';
import type { Call } from './rest/call.ts';
import type { Groups } from './rest/groups.ts';
import type { WireMemberDelta, WireSyncPoint } from './rest/wire.ts';

/** A group, and how far its members are known. */
export interface MembersKnown extends WireSyncPoint {
  readonly groupID: string;
}

interface MemberChangeParts {
  readonly groups: Groups;
  /** Empty for an admin. */
  readonly viewerID: string;
  /** As the viewer. */
  readonly call: Call;
}

type Found = WireMemberDelta | Error;
export type MemberChanges = DataLoader<MembersKnown, WireMemberDelta, string>;

/** Changes of many groups in one call. Of one group OpenIM answers one point in a call. */
export const createMemberChanges = (parts: MemberChangeParts): MemberChanges =>
  new DataLoader(
    async (asked) => {
      const found = new Map<MembersKnown, Found>();
      for (let rest = asked; rest.length > 0; rest = rest.filter((each) => !found.has(each))) {
        const round = [...new Map(rest.toReversed().map((each) => [each.groupID, each])).values()];
        const answers = await answersTo(round, parts);
        for (const each of round) found.set(each, answers.get(each.groupID) ?? new Fault('GROUP_DISMISSED'));
      }
      return asked.map((each) => found.get(each) ?? new Fault('GROUP_DISMISSED'));
    },
    { cacheKeyFn: ({ groupID, versionID, version }) => `${groupID} ${versionID} ${version}` },
  );

async function answersTo(round: readonly MembersKnown[], parts: MemberChangeParts): Promise<Map<string, Found>> {
  const { groups, viewerID, call } = parts;
  try {
    return await wholeAnswer(round, parts);
  } catch (error) {
    if (viewerID === '' || !(error instanceof Fault && error.reason === 'NOT_A_MEMBER')) throw error;
    // One group that is not the viewer's is a refusal for all of them.
    const own = new Set(await groups.joinedIDs(viewerID, call));
    const answers = await wholeAnswer(
      round.filter(({ groupID }) => own.has(groupID)),
      parts,
    );
    const others = round.filter(({ groupID }) => !own.has(groupID));
    return new Map<string, Found>([
      ...answers,
      ...others.map(({ groupID }) => [groupID, new Fault('NOT_A_MEMBER')] as const),
    ]);
  }
}

/** OpenIM ends an answer where it has told enough; the rest is asked for again. */
async function wholeAnswer(
  round: readonly MembersKnown[],
  { groups, viewerID, call }: MemberChangeParts,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for (let rest = round; rest.length > 0; ) {
    const answers = await groups.memberChanges(viewerID, rest, call);
    for (const [groupID, answer] of answers) found.set(groupID, answer);
    rest = answers.size === 0 ? [] : rest.filter(({ groupID }) => !found.has(groupID));
  }
  return found;
}
