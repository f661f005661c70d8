import { Fault } from '../../kit/fault.ts';
import { mediaReference } from '../../kit/media-claim.ts';
import { type Connection, connection, cursorOf, type PageArguments, positionOf, rowsAsked } from '../../kit/page.ts';
import { reasonOf } from '../../kit/reason.ts';
import { adminOf, audited } from '../audited.ts';
import type { MediaContext } from '../context.ts';
import type { BlockedDomainRow } from '../links/blocked.ts';
import { domainAsked } from '../links/domain.ts';
import type { PreviewRow } from '../links/previews.ts';

const LIST = 'blockedLinkDomains';

export const Link = {
  __resolveReference: ({ url }: { url: string }) => ({ url }),
  preview: ({ url }: { url: string }, _: unknown, { previewOf }: MediaContext) => previewOf(url),
};

export const LinkPreview = {
  siteName: ({ site_name }: PreviewRow) => site_name,
  image: ({ image_url: url }: PreviewRow) =>
    url === null ? null : mediaReference({ kind: 'picture', url, foreign: true }),
};

export const BlockedLinkDomain = {
  createdBy: ({ created_by: id }: BlockedDomainRow) => ({ id }),
  createdAt: ({ created_at }: BlockedDomainRow) => created_at,
};

async function blockedLinkDomains(
  _: unknown,
  { first, after }: PageArguments,
  { links: { blocked } }: MediaContext,
): Promise<Connection<BlockedDomainRow>> {
  const rows = rowsAsked(first);
  const from = after == null ? null : positionOf(LIST, after);
  const [found, total] = await Promise.all([blocked.page(from, rows + 1), blocked.count()]);
  const page = found.slice(0, rows).map((node) => ({ cursor: cursorOf(LIST, node.domain), node }));
  return connection(page, { next: found.length > rows, previous: from !== null, total });
}

interface Asked {
  readonly domain: string;
  readonly reason: string;
}

/** Of a domain that is blocked already, the newer reason holds. */
async function blockLinkDomain(_: unknown, asked: Asked, context: MediaContext): Promise<BlockedDomainRow> {
  const domain = domainAsked(asked.domain, 'domain');
  const row = { domain, reason: reasonOf(asked.reason), created_by: adminOf(context) };
  return audited(context, asked.reason, async (on) => ({
    result: await context.links.blocked.put(row, on),
    entry: { action: 'link-domain.block', target: `link-domain:${domain}` },
  }));
}

async function unblockLinkDomain(_: unknown, asked: Asked, context: MediaContext): Promise<BlockedDomainRow> {
  const domain = domainAsked(asked.domain, 'domain');
  return audited(context, asked.reason, async (on) => {
    const result = await context.links.blocked.remove(domain, on);
    if (result === null) throw new Fault('NOT_FOUND', { what: 'The blocked domain' });
    return { result, entry: { action: 'link-domain.unblock', target: `link-domain:${domain}` } };
  });
}

export const linkQueries = { blockedLinkDomains };
export const linkMutations = { blockLinkDomain, unblockLinkDomain };
