/** What REST wants of a message's content, per content type: the structs over there, as data. */
export type Kind = 'string' | 'int32' | 'int64' | 'float64' | 'bool' | 'strings' | Struct | { each: Struct };

export interface Field {
  /** The key in the JSON object; matched without regard to case. */
  key: string;
  /** The name in validation texts. */
  name: string;
  kind: Kind;
  rules: readonly Rule[];
  /** A pointer: absent is fine, present is checked. */
  pointer: boolean;
}

export type Rule = { tag: 'required' } | { tag: 'min' | 'max' | 'gte' | 'lte'; bound: number };

export interface Struct {
  name: string;
  fields: readonly Field[];
}

type Spec = string | { kind: Kind; pointer?: true };

/** `'duration:int64!'` is required; a capitalised key has no tag of its own over there. */
const field = ([key, spec]: [string, Spec], extra: readonly Rule[]): Field => {
  const given = typeof spec === 'string' ? spec : '';
  const kind = typeof spec === 'string' ? (spec.replace('!', '') as Kind) : spec.kind;
  const required: Rule[] = given.endsWith('!') ? [{ tag: 'required' }] : [];
  const name = NAMES[key] ?? key.charAt(0).toUpperCase() + key.slice(1);
  return {
    key,
    name,
    kind,
    rules: [...required, ...extra],
    pointer: typeof spec !== 'string' && spec.pointer === true,
  };
};

const NAMES: Record<string, string> = {
  uuid: 'UUID',
  sourceUrl: 'SourceURL',
  videoUrl: 'VideoURL',
  snapshotUrl: 'SnapshotURL',
  senderFaceUrl: 'SenderFaceURL',
};

const struct = (name: string, specs: Record<string, Spec>, rules: Record<string, readonly Rule[]> = {}): Struct => ({
  name,
  fields: Object.entries(specs).map((entry) => field(entry, rules[entry[0]] ?? [])),
});

const PictureBase = struct('PictureBaseInfo', {
  uuid: 'string',
  type: 'string!',
  size: 'int64',
  width: 'int32!',
  height: 'int32!',
  url: 'string!',
});
const Picture = struct('PictureElem', {
  sourcePath: 'string',
  sourcePicture: { kind: PictureBase },
  bigPicture: { kind: PictureBase },
  snapshotPicture: { kind: PictureBase },
});
const Sound = struct(
  'SoundElem',
  { uuid: 'string', soundPath: 'string', sourceUrl: 'string!', dataSize: 'int64', duration: 'int64!' },
  { duration: [{ tag: 'min', bound: 1 }] },
);
const Video = struct('VideoElem', {
  videoPath: 'string',
  videoUUID: 'string',
  videoUrl: 'string!',
  videoType: 'string!',
  videoSize: 'int64!',
  duration: 'int64!',
  snapshotPath: 'string',
  snapshotUUID: 'string',
  snapshotSize: 'int64',
  snapshotUrl: 'string!',
  snapshotWidth: 'int32!',
  snapshotHeight: 'int32!',
});
const File = struct('FileElem', {
  filePath: 'string',
  uuid: 'string',
  sourceUrl: 'string!',
  fileName: 'string!',
  fileSize: 'int64!',
});
const Custom = struct('CustomElem', { data: 'string!', description: 'string', extension: 'string' });
const Text = struct('TextElem', { Content: 'string!' });
const Markdown = struct('MarkdownTextElem', { content: 'string!' });
const Location = struct('LocationElem', { description: 'string', longitude: 'float64!', latitude: 'float64!' });
const AtInfo = struct('AtInfo', { AtUserID: 'string', GroupNickname: 'string' });

const QUOTED_SCALARS: Record<string, Spec> = {
  ClientMsgID: 'string',
  ServerMsgID: 'string',
  CreateTime: 'int64',
  SendTime: 'int64',
  SessionType: 'int32',
  SendID: 'string',
  RecvID: 'string',
  MsgFrom: 'int32',
  ContentType: 'int32',
  SenderPlatformID: 'int32',
  SenderNickname: 'string',
  SenderFaceURL: 'string',
  GroupID: 'string',
  Content: 'string',
  Seq: 'int64',
  IsRead: 'bool',
  Status: 'int32',
  AttachedInfo: 'string',
  Ex: 'string',
};
const Quoted = struct('MsgStruct', {
  ...QUOTED_SCALARS,
  TextElem: { kind: Text, pointer: true },
  PictureElem: { kind: Picture, pointer: true },
  SoundElem: { kind: Sound, pointer: true },
  VideoElem: { kind: Video, pointer: true },
  FileElem: { kind: File, pointer: true },
  LocationElem: { kind: Location, pointer: true },
  CustomElem: { kind: Custom, pointer: true },
});
const Quote = struct('QuoteElem', { Text: 'string', QuoteMessage: { kind: Quoted, pointer: true } });
const At = struct(
  'AtElem',
  {
    text: 'string',
    atUserList: 'strings!',
    AtUsersInfo: { kind: { each: AtInfo } },
    QuoteMessage: { kind: Quoted, pointer: true },
    isAtSelf: 'bool',
  },
  { atUserList: [{ tag: 'max', bound: 1000 }] },
);
const ServiceNotice = struct(
  'OANotificationElem',
  {
    notificationName: 'string!',
    notificationFaceURL: 'string',
    notificationType: 'int32!',
    text: 'string!',
    url: 'string',
    mixType: 'int32',
    pictureElem: { kind: Picture, pointer: true },
    soundElem: { kind: Sound, pointer: true },
    videoElem: { kind: Video, pointer: true },
    fileElem: { kind: File, pointer: true },
    ex: 'string',
  },
  {
    mixType: [
      { tag: 'gte', bound: 0 },
      { tag: 'lte', bound: 5 },
    ],
  },
);

export const SERVICE_NOTICE = 1400;
export const AT_TEXT = 106;

export const ELEMS: Readonly<Record<number, Struct>> = {
  101: Text,
  102: Picture,
  103: Sound,
  104: Video,
  105: File,
  [AT_TEXT]: At,
  110: Custom,
  114: Quote,
  118: Markdown,
  [SERVICE_NOTICE]: ServiceNotice,
};
