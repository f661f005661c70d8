/** An entity of another subgraph, or of ours, by its id alone. */
export const referenceTo = (id: string | null): { readonly id: string } | null => (id === null ? null : { id });
