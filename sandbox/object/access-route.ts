import { map, message, string } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { route } from '../http/route.ts';
import type { AccessParts } from './access.ts';
import { accessURL } from './access.ts';
import { WEEK_S } from './uploads.ts';

const AccessURL = message('third.AccessURLReq', { name: string, query: map(string) });

/** Any user gets any object whose name he knows. */
export const accessRoute = (parts: AccessParts): Route =>
  route({
    path: '/object/access_url',
    body: AccessURL,
    answer: async ({ name, query }) => {
      const url = await accessURL(parts, name, query);
      return { url, expireTime: Date.now() + WEEK_S * 1000 };
    },
  });
