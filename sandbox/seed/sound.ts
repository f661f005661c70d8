const RATE = 8000;

export interface Sound {
  bytes: Buffer;
  seconds: number;
}

/** A few notes as a plain WAV: one channel, eight bits. */
export const melody = (notes: readonly number[], noteSeconds = 0.25): Sound => {
  const perNote = Math.round(RATE * noteSeconds);
  const samples = notes.flatMap((hertz) =>
    Array.from({ length: perNote }, (_, at) =>
      Math.round(128 + 80 * (1 - at / perNote) * Math.sin((2 * Math.PI * hertz * at) / RATE)),
    ),
  );
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return {
    bytes: Buffer.concat([header, Buffer.from(samples)]),
    seconds: Math.max(1, Math.round(notes.length * noteSeconds)),
  };
};
