/** What the bytes of a file say of it; what they do not say is absent. */
export interface Facts {
  readonly mimeType: string;
  /** Pixels, as shown: upright, and with pixels as wide as they are high. */
  readonly width?: number;
  readonly height?: number;
  /** Seconds. */
  readonly duration?: number;
  /** Degrees, clockwise, by which players turn what is stored. */
  readonly rotation?: number;
  readonly animated?: boolean;
  readonly thumbHash?: Uint8Array;
  /** 0xRRGGBB */
  readonly colour?: number;
  /** 8 bytes, big endian. */
  readonly phash?: Uint8Array;
  /** 64 numbers, 0 to 255: how loud each part is beside the loudest. */
  readonly waveform?: readonly number[];
  /** As in the `codecs` parameter of a media type (RFC 6381). */
  readonly codec?: string;
  /** A picture that stands for a video, as large as it is shown but at most {@link POSTER_SIDE} pixels wide or high. */
  readonly posterPNG?: Uint8Array;
}
