import { Fault } from '../../kit/fault.ts';
import type { Forward, ForwardAnswer, ForwardHead, ForwardRest } from '../../kit/forward.ts';
import type { Store } from '../../kit/store.ts';
import type { OpenIM } from '../rest/openim.ts';
import type { Relay } from '../rest/relay.ts';
import type { SignedIn } from '../rest/tokens/standing.ts';
import { type Caller, createAdmission, routeOf, type Ticket } from './admission.ts';
import { answerOf, type Rewrite, redirectOf } from './answer.ts';
import { type Body, textsAt } from './body.ts';
import { check } from './checks.ts';
import { badArgument, bodyTooLarge, OTHER, pageNotFound, Refusal, tooBusy, unavailable } from './envelope.ts';
import { createLimits } from './limits.ts';
import { createMembership } from './membership.ts';
import { downloadOf, OBJECT } from './object.ts';
import { createUploads } from './uploads.ts';
import { writingFor } from './writing.ts';

export interface ForwardOptions {
  readonly openim: OpenIM;
  /** `OPENIM_API_URL`: what relative addresses of OpenIM's are relative to. */
  readonly apiURL: string;
  /** Where clients reach what is forwarded; OpenIM makes the addresses of files of it. */
  readonly publicURL: () => string;
  readonly signedIn: SignedIn;
  readonly store: Store;
}

interface Asking extends Pick<ForwardRest, 'acceptEncoding' | 'contentType' | 'signal'> {
  readonly caller: Caller;
  readonly operationID: string;
}

/** OpenIM's REST API, for its official SDKs: the routes of `table.ts`, each for what is the caller's own. */
export function createForward({ openim, apiURL, publicURL, signedIn, store }: ForwardOptions): Forward {
  const limits = createLimits();
  const admission = createAdmission({ standing: openim.tokens.standing, signedIn, limits });
  const membership = createMembership(openim);
  const asking = createAsking(openim.relay, publicURL);
  const uploads = createUploads({ seal: openim.uploads, store });

  async function post(
    ticket: Ticket,
    { body: bytes, ip, ...rest }: ForwardRest & { ip: string },
  ): Promise<ForwardAnswer> {
    const { route, row, operationID } = ticket;
    const writing = writingFor(row, rest.contentType);
    const body = writing.read(bytes);
    const caller = ticket.caller ?? (await admission.callerOf(tokenIn(body), ip));
    const checked = await check(body, row.rules, {
      userID: caller.userID,
      inThem: (ids) => membership.inThem(caller, ids, rest),
      uploadOf: (uploadID) => uploads.open(caller.userID, uploadID),
    });
    const ask = asking({ ...rest, caller, operationID, contentType: writing.contentType });
    // What completes an upload has to know more of it than OpenIM's id.
    if (row.upload === 'begin') return uploads.begin({ userID: caller.userID, body: checked, ask });
    if (row.upload === 'complete') return uploads.complete({ userID: caller.userID, body, ask });
    return ask(route, writing.write(checked));
  }

  async function download(head: ForwardHead, { signal }: ForwardRest): Promise<ForwardAnswer> {
    const path = downloadOf(head);
    if (path === null) return pageNotFound();
    const headers = { 'x-request-api': publicURL() };
    const relayed = await openim.relay({ method: 'GET', path, route: OBJECT, headers, body: null, signal });
    return redirectOf(OBJECT, relayed, new URL(apiURL));
  }

  return {
    tooLarge: (limit) => bodyTooLarge(limit).answer(OTHER),
    admit: (head) => {
      const isDownload = head.method === 'GET' && head.path.startsWith('/object/');
      const route = isDownload ? OBJECT : routeOf(head.path);
      return refusing(route, async () => {
        if (!limits.network(head.ip)) throw tooBusy();
        if (isDownload) return { kind: 'admitted', finish: (rest) => refusing(route, () => download(head, rest)) };
        const ticket = head.method === 'POST' ? await admission.ticket(head) : null;
        if (ticket === null) return pageNotFound();
        return { kind: 'admitted', finish: (rest) => refusing(route, () => post(ticket, { ...rest, ip: head.ip })) };
      });
    },
  };
}

/** As the caller; without a `rewrite` the answer passes as it comes. */
const createAsking =
  (relay: Relay, publicURL: () => string) =>
  ({ caller, operationID, contentType, acceptEncoding, signal }: Asking) =>
  async (route: string, body: Body | Uint8Array | string, rewrite: Rewrite | null = null): Promise<ForwardAnswer> => {
    const isWritten = typeof body === 'string' || body instanceof Uint8Array;
    const relayed = await relay({
      ...{ method: 'POST', path: route, route, signal },
      headers: {
        ...encodingFor(acceptEncoding),
        ...{ token: caller.token, operationid: operationID, 'content-type': contentType },
        'x-request-api': publicURL(),
      },
      body: Buffer.from(isWritten ? body : JSON.stringify(body)),
    });
    return answerOf(route, relayed, rewrite);
  };

/** Answers stay compressed as OpenIM sends them, so it is asked for what the client can read. */
const encodingFor = (accepted: string): Record<string, string> => ({
  'accept-encoding': /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted) ? 'gzip' : 'identity',
});

/** OpenIM's own words for a token that is none. */
function tokenIn(body: Body): string {
  const [token] = textsAt(body, 'token');
  if (token === undefined) throw badArgument('userID is empty');
  return token;
}

/** Whatever goes wrong is told in OpenIM's way: an SDK reads nothing else. */
async function refusing<Result>(route: string, work: () => Promise<Result>): Promise<Result | ForwardAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.answer(route);
    if (!(error instanceof Fault)) throw error;
    if (error.reason === 'IM_TOKEN_KICKED') return new Refusal(1506, 'TokenKickedError').answer(route);
    return unavailable(error.message).answer(route);
  }
}
