import { badInput } from '../../../kit/fault.ts';
import type { UnknownField } from '../../model/marks.ts';
import { type Built, TYPES } from './built.ts';

export interface MediaInput {
  readonly url: string;
  readonly alt?: string | null;
  readonly mimeType?: string | null;
  readonly size?: number | null;
  readonly width?: number | null;
  readonly height?: number | null;
  readonly duration?: number | null;
}

export interface VideoInput extends MediaInput {
  readonly snapshotURL?: string | null;
}

export interface FileInput {
  readonly url: string;
  readonly name: string;
  readonly mimeType?: string | null;
  readonly size?: number | null;
}

const LONGEST_ALT = 1_000;
const LONGEST_NAME = 255;
/** What OpenIM demands to be more than nothing, where nobody knows. */
const SOMETHING = 1;
const ANY_TYPE = 'application/octet-stream';

/** Reads the facts of a file, and collects those that nobody knows. */
function factsOf(input: MediaInput | FileInput, path: string) {
  const unknown: UnknownField[] = [];
  const number = (name: 'size' | 'width' | 'height' | 'duration'): number => {
    const value = (input as MediaInput)[name];
    if (value == null) {
      unknown.push(name);
      return SOMETHING;
    }
    if (!Number.isFinite(value) || value <= 0) throw badInput(`${path}.${name}`, 'a number above 0 is expected');
    return name === 'duration' ? Math.max(SOMETHING, Math.round(value)) : Math.round(value);
  };
  const mimeType = (): string => {
    if (input.mimeType == null) {
      unknown.push('mimeType');
      return ANY_TYPE;
    }
    if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(input.mimeType))
      throw badInput(`${path}.mimeType`, 'a media type is expected, such as image/png');
    return input.mimeType;
  };
  return { unknown, number, mimeType };
}

const marked = (unknown: readonly UnknownField[]) => (unknown.length > 0 ? { unknown } : {});

function described(alt: string | null | undefined, path: string): { alt?: string } {
  if (alt == null || alt.trim() === '') return {};
  if (alt.length > LONGEST_ALT) throw badInput(`${path}.alt`, `at most ${LONGEST_ALT} characters are expected`);
  return { alt };
}

export function pictureContent(input: MediaInput, path: string): Built {
  const { unknown, number, mimeType } = factsOf(input, path);
  const size = { type: mimeType(), size: number('size'), width: number('width'), height: number('height') };
  const file = { uuid: '', ...size, url: input.url };
  const content = { sourcePath: '', sourcePicture: file, bigPicture: file, snapshotPicture: file };
  return { contentType: TYPES.picture, content: { ...content, ...described(input.alt, path), ...marked(unknown) } };
}

export function soundContent(input: MediaInput, path: string): Built {
  const { unknown, number, mimeType } = factsOf(input, path);
  const facts = { dataSize: number('size'), duration: number('duration'), soundType: mimeType() };
  return {
    contentType: TYPES.sound,
    content: { uuid: '', soundPath: '', sourceUrl: input.url, ...facts, ...marked(unknown) },
  };
}

export function videoContent(input: VideoInput, path: string): Built {
  const { unknown, number, mimeType } = factsOf(input, path);
  const facts = { videoType: mimeType(), videoSize: number('size'), duration: number('duration') };
  // The picture of a video has the video's shape, as far as anybody knows.
  const shape = { snapshotWidth: number('width'), snapshotHeight: number('height') };
  if (input.snapshotURL == null) unknown.push('snapshot');
  const snapshot = { snapshotUrl: input.snapshotURL ?? input.url, snapshotSize: 0, snapshotType: '', ...shape };
  const content = {
    videoPath: '',
    videoUUID: '',
    videoUrl: input.url,
    ...facts,
    snapshotPath: '',
    snapshotUUID: '',
    ...snapshot,
  };
  return { contentType: TYPES.video, content: { ...content, ...described(input.alt, path), ...marked(unknown) } };
}

export function fileContent(input: FileInput, path: string): Built {
  const { unknown, number, mimeType } = factsOf(input, path);
  const name = input.name.trim();
  if (name === '' || name.length > LONGEST_NAME)
    throw badInput(`${path}.name`, `1 to ${LONGEST_NAME} characters are expected`);
  const facts = { fileName: name, fileSize: number('size'), fileType: mimeType() };
  return {
    contentType: TYPES.file,
    content: { filePath: '', uuid: '', sourceUrl: input.url, ...facts, ...marked(unknown) },
  };
}
