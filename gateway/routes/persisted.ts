import type { FastifyInstance } from 'fastify';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import { type Asked, malformed } from '../documents/asked.ts';
import type { Documents } from '../documents/documents.ts';

/** Operations that are named by an id get their text; those that may not be asked are refused, a batch as a whole. */
export function admitting(route: FastifyInstance, documents: Documents): void {
  route.addHook('preValidation', async (request) => {
    const { body, viewer, target } = request;
    const admit = (each: unknown): unknown =>
      typeof each === 'object' && each !== null && !Array.isArray(each) ? documents.admit(each, viewer) : each;
    if (request.method === 'POST') request.body = Array.isArray(body) ? body.map(admit) : admit(body);
    else if (target.query !== null)
      request.target = { ...target, query: admitSearch(target.query, { documents, viewer }) };
  });
}

const NAMES = ['query', 'documentId', 'extensions'] as const;

/** The same for the parameters of a GET. */
function admitSearch(search: string, { documents, viewer }: { documents: Documents; viewer: Viewer }): string {
  const parameters = new URLSearchParams(search);
  const asked: Record<string, unknown> = {};
  for (const name of NAMES) {
    const [value, ...more] = parameters.getAll(name);
    if (more.length > 0) throw malformed(`${name} stands there more than once`);
    if (value !== undefined) asked[name] = name === 'extensions' ? jsonOf(value) : value;
  }
  const admitted: Asked = documents.admit<Asked>(asked, viewer);
  if (admitted === asked) return search;
  for (const name of NAMES) parameters.delete(name);
  if (typeof admitted.query === 'string') parameters.set('query', admitted.query);
  if (admitted.extensions !== undefined) parameters.set('extensions', JSON.stringify(admitted.extensions));
  return parameters.toString();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('extensions is not JSON');
  }
}
