import { z } from 'zod';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';

const platform = z.union([1, 2, 3, 4, 5, 6, 7, 8, 9, 11].map((each) => z.literal(each as 1)));

const viewer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('anonymous') }),
  z.strictObject({ kind: z.literal('user'), id: z.string(), session: z.string(), device: z.string(), platform }),
  z.strictObject({
    kind: z.literal('admin'),
    id: z.string(),
    scopes: z.array(z.string()),
    roles: z.array(z.string()).exactOptional(),
    signIn: z.string().exactOptional(),
  }),
]);

/** What a subgraph has to know of a request besides its question. */
const facts = z.strictObject({ service: z.string(), ip: z.string(), language: z.string(), viewer });

const question = z.object({
  query: z.string(),
  operationName: z.string().optional(),
  variables: z.record(z.string(), z.unknown()).default({}),
  extensions: z.object({ request: facts }),
});

const answer = z.object({ viewer });

export interface Facts {
  /** The client's address, as the gateway sees it. */
  readonly ip: string;
  readonly language: string;
  readonly viewer: Viewer;
}

export interface Asked extends Facts {
  /** The subgraph that is meant: a question to one is none to another. */
  readonly service: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

export const writeFacts = (service: string, { ip, language, viewer }: Facts): string =>
  JSON.stringify({ service, ip, language, viewer: plainViewer(viewer) });

/** Null: it is none. */
export function readQuestion(value: unknown): Asked | null {
  const { success, data } = question.safeParse(value);
  if (!success) return null;
  const { query, operationName, variables } = data;
  const { viewer, ...rest } = data.extensions.request;
  return { query, operationName, variables, ...rest, viewer: viewerOf(viewer) };
}

/** Beside an answer: whoever the request acts as from now on. */
export const newViewer = (viewer: Viewer): object => ({ viewer: plainViewer(viewer) });

/** Null: whoever asked is who they were. */
export function readNewViewer(extensions: unknown): Viewer | null {
  const { success, data } = answer.safeParse(extensions);
  return success ? viewerOf(data.viewer) : null;
}

const plainViewer = (viewer: Viewer): object =>
  viewer.kind === 'admin' ? { ...viewer, scopes: [...viewer.scopes] } : viewer;

const viewerOf = (told: z.output<typeof viewer>): Viewer =>
  told.kind === 'admin' ? { ...told, scopes: new Set(told.scopes) } : told;
