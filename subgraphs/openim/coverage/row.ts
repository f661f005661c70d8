/** Where one of OpenIM's routes is met. Whether official SDKs reach it as well is the forwarding table's to say. */
export type Coverage =
  /** Operations of the API that ask it, by schema coordinate; the first is the one that it is for. */
  | { readonly graphql: readonly [string, ...string[]] }
  /** Asked by us alone; the file that asks. */
  | { readonly inside: string; readonly why: string }
  /** Official SDKs alone ask it, at `/openim/*`. */
  | { readonly forwarded: string }
  /** Nobody reaches it through us. */
  | { readonly refused: string };

export type CoverageRows = Readonly<Record<string, Coverage>>;

export const graphql = (...coordinates: [string, ...string[]]): Coverage => ({ graphql: coordinates });
export const inside = (file: string, why: string): Coverage => ({ inside: `subgraphs/${file}`, why });
export const forwarded = (why: string): Coverage => ({ forwarded: why });
export const refused = (why: string): Coverage => ({ refused: why });
