import { formFields } from './policy.ts';
import type { Credentials } from './signature.ts';
import { authorize, presign } from './signature.ts';

/** Makes the URLs, headers and forms that the store lets pass. */
export class Signer {
  /** Where clients reach the store; known once it listens. */
  origin = '';
  readonly bucketName: string;
  readonly credentials: Credentials;

  constructor(bucketName: string, credentials: Credentials) {
    this.bucketName = bucketName;
    this.credentials = credentials;
  }

  private pathOf(key: string): string {
    return `/${this.bucketName}/${key}`;
  }

  urlOf(key: string): string {
    return this.origin + this.pathOf(key);
  }

  private presigned(
    method: string,
    key: string,
    more: { seconds: number; query?: readonly [string, string][] },
  ): string {
    const { seconds, query = [] } = more;
    return presign({ method, path: this.pathOf(key), query }, { origin: this.origin, seconds, by: this.credentials });
  }

  putURL(key: string, seconds: number): string {
    return this.presigned('PUT', key, { seconds });
  }

  getURL(key: string, seconds: number, query: readonly [string, string][]): string {
    return this.presigned('GET', key, { seconds, query });
  }

  /** The headers that permit the PUT of one part. */
  partHeaders(key: string, uploadID: string, partNumber: number): Record<string, string> {
    const query = [
      ['partNumber', String(partNumber)],
      ['uploadId', uploadID],
    ] as const;
    const headers = { host: new URL(this.origin).host };
    return authorize({ method: 'PUT', path: this.pathOf(key), query, headers }, this.credentials);
  }

  form(wanted: { key: string; most: number; contentType: string; expires: number }): {
    url: string;
    fields: Readonly<Record<string, string>>;
  } {
    const fields = formFields({ ...wanted, bucket: this.bucketName }, this.credentials);
    return { url: `${this.origin}/${this.bucketName}`, fields };
  }
}
