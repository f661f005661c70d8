import { replyJson } from '../http/reply.ts';
import type { Page } from '../http/server.ts';

/** The services whose metrics somebody could want to find; without service discovery there are none. */
const SERVICES = [
  ...['api', 'user', 'group', 'msg', 'friend', 'conversation', 'third', 'auth', 'push'],
  ...['msg_gateway', 'msg_transfer'],
];

const discoveryPage = (service: string): Page => ({
  path: `/prometheus_discovery/${service}`,
  handle: (request, response) => replyJson(request, response, { status: 200, json: [] }),
});

/** To Grafana, of which there is none: an empty address leads to where the caller is. */
const grafanaPage: Page = {
  path: '/third/prometheus',
  handle: (_request, response) => {
    response.writeHead(302, {
      Location: '/third/',
      'Access-Control-Allow-Origin': '*',
      'Content-Type': 'application/json',
      'Content-Length': 0,
    });
    response.end();
  },
};

export const operationsPages: readonly Page[] = [...SERVICES.map(discoveryPage), grafanaPage];
