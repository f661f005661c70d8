import { BlockList } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../../subgraphs/kit/fault.ts';

/** A message that would have been sent; `at` is RFC 3339. */
export interface OutboxMessage {
  readonly to: string;
  readonly code: string;
  readonly text: string;
  readonly at: string;
}

/** Newest first. */
export type Outbox = () => Promise<readonly OutboxMessage[]> | readonly OutboxMessage[];

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

const LOCAL_NAMES = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/**
 * `/dev/outbox`: the one-time codes of this machine's developer. Whoever does not sit at it learns not even that it
 * is there; a web page cannot read it through a name that it had resolve to this machine.
 */
export function serveOutbox(app: FastifyInstance, outbox: Outbox): void {
  app.get('/dev/outbox', async (request, reply) => {
    if (!isLocal(request)) throw new Fault('ROUTE_UNKNOWN');
    const messages = await outbox();
    reply.header('cache-control', 'no-store');
    if (!/text\/html/.test(request.headers.accept ?? '')) return messages;
    reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    return reply.type('text/html; charset=utf-8').send(page(messages));
  });
}

function isLocal({ raw, headers }: FastifyRequest): boolean {
  const peer = (raw.socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
  const local = peer !== '' && LOOPBACK.check(peer, peer.includes(':') ? 'ipv6' : 'ipv4');
  return local && LOCAL_NAMES.test(headers.host ?? '') && FORWARDED.every((name) => headers[name] === undefined);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

const row = ({ to, code, text, at }: OutboxMessage): string =>
  `<tr><td>${escaped(at)}</td><td>${escaped(to)}</td><td><b>${escaped(code)}</b></td><td>${escaped(text)}</td></tr>`;

const page = (messages: readonly OutboxMessage[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>Outbox</title>
<style>body{font:16px/1.5 system-ui;margin:2rem;color-scheme:light dark}td,th{padding:.3rem 1rem .3rem 0;text-align:left}b{font:1.2rem ui-monospace,monospace}</style>
<h1>Outbox</h1><p>What would have been sent, newest first. This page exists in development only, and for this machine only.</p>
<table><tr><th>At</th><th>To</th><th>Code</th><th>Message</th></tr>${messages.map(row).join('')}</table></html>`;
