/** The object store did not take a part of a file, however often it was asked. */
export class UploadFailedError extends Error {
  override readonly name = 'UploadFailedError';
}
