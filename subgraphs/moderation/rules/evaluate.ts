import type { CompiledRule } from './compile.ts';
import type { Happening, Met, Subject } from './conditions/subject.ts';
import type { Definition, RuleActionKind } from './rule.ts';
import type { RoleInGroup } from './staff.ts';

/** A rule that holds for something, and why. */
export interface Match {
  readonly rule: CompiledRule['rule'];
  readonly evidence: readonly Met[];
  /** It counted this, and would hold for it again only by counting it again. */
  readonly counted: boolean;
}

/** Which of these rules hold, in their order; one that says PASS is the last. A dry run ends nothing. */
export function matchesOf(rules: readonly CompiledRule[], subject: Subject): readonly Match[] {
  const matches: Match[] = [];
  for (const compiled of rules) {
    const { rule } = compiled;
    if (!looksAt(rule.definition, subject.happening)) continue;
    const evidence = compiled.test(subject);
    if (evidence === null) continue;
    matches.push({ rule, evidence, counted: compiled.counts });
    if (rule.definition.state === 'ON' && does(rule.definition, 'PASS')) break;
  }
  return matches;
}

export const does = ({ actions }: Definition, kind: RuleActionKind): boolean =>
  actions.some((action) => action.kind === kind);

/** Whether it matters to a rule what somebody is in a group. */
export const looksAtRoles = ({ exemptGroupRoles = [] }: Definition): boolean => exemptGroupRoles.length > 0;

/** Who may be exempt is, until that is known: the message is judged again when it was sent. */
function exempts({ exemptGroupRoles = [], pastDeadline }: Definition, role: RoleInGroup): boolean {
  if (role === 'UNKNOWN') return exemptGroupRoles.length > 0 && pastDeadline === 'PASS';
  return role !== 'MEMBER' && exemptGroupRoles.includes(role);
}

/** Whether what is judged is the rule's to judge. */
export function looksAt(definition: Definition, { userID, groupID, place, role }: Happening): boolean {
  const { places, groupIDs, exemptUserIDs, exemptGroupIDs } = definition;
  if (place !== null && !places.includes(place)) return false;
  if (userID !== null && exemptUserIDs.includes(userID)) return false;
  if (groupID !== null && exemptGroupIDs.includes(groupID)) return false;
  if (role !== null && exempts(definition, role)) return false;
  const inGroups = place === 'GROUPS' || place === 'GROUP_PROFILES';
  return groupIDs === null || !inGroups || (groupID !== null && groupIDs.includes(groupID));
}
