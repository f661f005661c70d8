import { DEEPEST, INSIDE, isFields, type Path, parsed } from './json-path.ts';

/** A text that a message carries, and where in its content. */
export interface Part {
  readonly path: Path;
  readonly text: string;
}

/** What of a content people read, by contentType; a `*` stands for each of a list, `@` for a message in it. */
const TEXTS: Readonly<Record<number, readonly string[]>> = {
  101: ['content'],
  102: ['alt'],
  103: [],
  104: ['alt'],
  105: ['fileName'],
  106: ['text', 'atUsersInfo.*.groupNickname', 'quoteMessage.@'],
  107: ['title', 'abstractList.*', 'multiMessage.*.@', 'messageEntityList.*.url'],
  108: ['nickname', 'ex'],
  109: ['description'],
  114: ['text', 'quoteMessage.@', 'messageEntityList.*.url'],
  117: ['text', 'messageEntityList.*.url'],
  118: ['content'],
};

/** Where a message inside another holds its content, as the official SDKs write it. */
const ELEMENTS: Readonly<Record<string, number>> = {
  textElem: 101,
  pictureElem: 102,
  soundElem: 103,
  videoElem: 104,
  fileElem: 105,
  atTextElem: 106,
  mergeElem: 107,
  cardElem: 108,
  locationElem: 109,
  quoteElem: 114,
  advancedTextElem: 117,
  markdownTextElem: 118,
};

/** Custom messages, of the three kinds. */
const CUSTOM: ReadonlySet<number> = new Set([110, 119, 120]);
/** Kinds that this API sends as custom messages, by their `extension`. */
const CARRIED: Readonly<Record<string, number>> = {
  'openim-graphql/merger': 107,
  'openim-graphql/card': 108,
  'openim-graphql/location': 109,
  'openim-graphql/sticker': 115,
};

/** A message of a million pieces is an attack on who reads it; what is left unread then is told by `cut`. */
const MOST_PARTS = 2_000;
const MOST_LENGTH = 256 * 1024;

export interface Parts {
  readonly parts: readonly Part[];
  /** There was more than is read. */
  readonly cut: boolean;
}

/** Every text of a content. Of a type that is not known, every string in it; of what is no JSON, all of it. */
export function partsOf(contentType: number, content: string): Parts {
  const value = parsed(content);
  const walk = new Walk();
  if (value === undefined) walk.take([], content);
  else walk.content(contentType, value, []);
  return { parts: walk.parts, cut: walk.cut };
}

class Walk {
  readonly parts: Part[] = [];
  cut = false;
  #length = 0;

  take(path: Path, text: string): void {
    if (text === '') return;
    this.#length += text.length;
    if (this.parts.length >= MOST_PARTS || this.#length > MOST_LENGTH) this.cut = true;
    else this.parts.push({ path, text });
  }

  content(contentType: number, value: unknown, path: Path): void {
    if (CUSTOM.has(contentType) && isFields(value)) return void this.custom(value, path);
    const texts = TEXTS[contentType];
    if (texts === undefined || !isFields(value)) return void this.everything(value, path);
    for (const each of texts) this.along(each.split('.'), value, path);
  }

  custom(value: Readonly<Record<string, unknown>>, path: Path): void {
    const { extension, ...rest } = value;
    const carried = typeof extension === 'string' ? CARRIED[extension] : undefined;
    this.along(['description'], value, path);
    for (const [name, data] of namesakes(rest, 'data'))
      if (typeof data === 'string') this.inner(carried ?? 0, data, [...path, name]);
      else this.everything(data, [...path, name]);
    if (carried === undefined) this.everything(extension, [...path, 'extension']);
  }

  along([step, ...rest]: readonly string[], value: unknown, path: Path): void {
    if (this.cut || value === undefined) return;
    if (step === undefined) return void this.leaf(value, path);
    if (step === '@') return void this.message(value, path);
    if (step === '*' ? !Array.isArray(value) : !isFields(value)) return void this.everything(value, path);
    if (Array.isArray(value))
      value.forEach((each, at) => {
        this.along(rest, each, [...path, at]);
      });
    else for (const [name, each] of namesakes(value as object, step)) this.along(rest, each, [...path, name]);
  }

  /** A text is expected; a client may have written anything. */
  leaf(value: unknown, path: Path): void {
    if (typeof value === 'string') this.take(path, value);
    else this.everything(value, path);
  }

  /** One that is quoted or carried along: its author's name, and its content wherever it stands. */
  message(value: unknown, path: Path): void {
    if (path.length > DEEPEST) {
      this.cut ||= value !== null && value !== undefined;
      return;
    }
    if (!isFields(value)) return void this.everything(value, path);
    this.along(['senderNickname'], value, path);
    for (const [name, content] of namesakes(value, 'content'))
      if (typeof content === 'string') this.inner(Number(value.contentType), content, [...path, name]);
      else this.everything(content, [...path, name]);
    for (const [name, element] of Object.entries(value))
      if (name.endsWith('Elem') && isFields(element)) this.content(ELEMENTS[name] ?? 0, element, [...path, name]);
  }

  inner(contentType: number, text: string, path: Path): void {
    const value = parsed(text);
    if (isFields(value) || Array.isArray(value)) this.content(contentType, value, [...path, INSIDE]);
    else this.take(path, text);
  }

  everything(value: unknown, path: Path): void {
    if (this.cut || value === null || value === undefined) return;
    if (path.length > DEEPEST) {
      this.cut = true;
      return;
    }
    if (typeof value === 'string') this.inner(0, value, path);
    else if (typeof value === 'object')
      for (const [name, each] of Object.entries(value))
        this.everything(each, [...path, Array.isArray(value) ? Number(name) : name]);
  }
}

/** Clients written in Go take a field by its name in any case. */
const namesakes = (value: object, name: string): [string, unknown][] =>
  Object.entries(value).filter(([each]) => each.toLowerCase() === name.toLowerCase());
