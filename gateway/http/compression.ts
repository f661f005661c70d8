import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Bytes; what fits into one packet is not made faster by being smaller. */
const WORTHWHILE = 1_024;

/**
 * Answers of this part of the server as clients take them: zstd, br or gzip. Levels are those at which a page takes less
 * time to pack than to send; the libraries' own defaults are for files that are packed once.
 */
export const compressAnswers = async (route: FastifyInstance): Promise<void> =>
  void (await route.register(compress, {
    globalDecompression: false,
    encodings: ['zstd', 'br', 'gzip'],
    threshold: WORTHWHILE,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 4 },
  }));
