export interface UploadLimits {
  /** Bytes of one file. */
  readonly maxBytes: number;
  /** Bytes that one user may upload in {@link QUOTA_DAYS} days: OpenIM cannot delete what it stores. */
  readonly quotaBytes: number;
  /** `type/subtype`; `type/*` or `type/prefix*` for all that begin so. */
  readonly mimeTypes: readonly string[];
}

export const QUOTA_DAYS = 30;
/** As the API tells them. */
export interface ToldLimits extends UploadLimits {
  readonly quotaDays: number;
}

/** Unfinished uploads of one user. */
export const MOST_OPEN = 50;
/** An unfinished upload lives so long; stores keep parts that belong to nothing about as long. */
export const LIFE_MS = 86_400_000;
/** How often an upload may be begun anew or completed in vain: each leaves something in the store. */
export const MOST_ATTEMPTS = 50;
/** Parts that are signed at once. */
export const MOST_SIGNED = 100;

/** What a browser would run, whatever the settings say: the store serves a file as what it was said to be. */
const RUNS =
  /[/+](html|xml|svg|xhtml|css|wasm|xslt?)$|script|^multipart\/|^message\/|x-shockwave-flash|x-httpd|xml-dtd|mathml|\bxul\b/;

export const isTaken = (mimeType: string, { mimeTypes }: UploadLimits): boolean =>
  !RUNS.test(mimeType) &&
  mimeTypes.some((type) => type === mimeType || (type.endsWith('*') && mimeType.startsWith(type.slice(0, -1))));
