import { type ConstDirectiveNode, valueFromASTUntyped } from 'graphql';
import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';

/** What one directive asks of who looks. `anyOf`: one of these sets of scopes, whole. */
export type Requirement =
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes'; readonly anyOf: readonly (readonly string[])[] };

/** How the supergraph spells the enforced directives: composition lets a subgraph rename them. */
export type DirectiveNames = ReadonlyMap<string, Requirement['kind']>;

const AUTHENTICATED: Requirement = { kind: 'authenticated' };

export function requirementsIn(directives: readonly ConstDirectiveNode[], names: DirectiveNames): Requirement[] {
  return directives.flatMap((node): Requirement[] => {
    const kind = names.get(node.name.value);
    if (kind === undefined) return [];
    if (kind === 'authenticated') return [AUTHENTICATED];
    const scopes = node.arguments?.find((argument) => argument.name.value === 'scopes');
    return [{ kind, anyOf: scopes === undefined ? [] : (valueFromASTUntyped(scopes.value) as string[][]) }];
  });
}

/** Null when the viewer meets all of it, else the refusal of the first that is not met. */
export function refusalOf(requirements: readonly Requirement[], viewer: Viewer): Fault | null {
  if (requirements.length === 0) return null;
  if (viewer.kind === 'anonymous') return new Fault('SIGNATURE_MISSING');
  for (const requirement of requirements)
    if (requirement.kind === 'scopes' && !holdsAny(viewer, requirement.anyOf))
      return new Fault('SCOPE_MISSING', { scopes: spelled(requirement.anyOf) });
  return null;
}

/** Scopes are an admin's: no user has any. */
const holdsAny = (viewer: Viewer, anyOf: readonly (readonly string[])[]): boolean =>
  viewer.kind === 'admin' && anyOf.some((all) => all.every((scope) => viewer.scopes.has(scope)));

const spelled = (anyOf: readonly (readonly string[])[]): string => anyOf.map((all) => all.join(' and ')).join(', or ');
