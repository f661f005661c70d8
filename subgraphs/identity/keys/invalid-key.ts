/** A setting that holds no usable key. Says what was expected, never what was there. */
export class InvalidKeyError extends Error {
  override name = 'InvalidKeyError';
}
