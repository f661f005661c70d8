import type { MediaFinding } from '../../../kit/media-findings.ts';
import type { Path } from '../content/json-path.ts';
import { partsOf } from '../content/parts.ts';
import type { RulePlace } from '../rule.ts';
import type { RoleInGroup } from '../staff.ts';
import { type Read, readText } from '../text/search.ts';

/** What a classifier says of a text. */
export interface TextLabel {
  readonly name: string;
  /** 0 to 1. */
  readonly score: number;
}

/** What is judged: a message, or a name. */
export interface Happening {
  readonly userID: string | null;
  /** Null: it is not known, as when OpenIM asks for a message's content only. */
  readonly place: RulePlace | null;
  readonly groupID: string | null;
  /** What its writer is in that group; null where no rule asks, and in no group. */
  readonly role: RoleInGroup | null;
  /** What floods are counted by: a conversation, or who writes to whom. */
  readonly conversation: string;
  /** 0 for a name. */
  readonly contentType: number;
  readonly content: string;
  readonly atUserIDs: readonly string[];
  readonly at: number;
  /** The same for the same happening: it is counted once. */
  readonly key: string;
  /** It is there already: it was counted when it was about to be sent, and is counted apart from that. */
  readonly saved: boolean;
  /** What is known of its files; null: they were not read yet. */
  readonly media: readonly MediaFinding[] | null;
  /** What the classifier says of its texts; null: it was not asked; ANY: whether it is worth asking. */
  readonly labels: readonly TextLabel[] | 'ANY' | null;
}

/** A text of it, read once however many conditions ask. */
export interface Text {
  readonly path: Path;
  readonly text: string;
  readonly read: Read;
}

/** A happening with its texts, which are read when the first condition asks. */
export class Subject {
  readonly happening: Happening;
  readonly #names: readonly Omit<Text, 'read'>[] | null;
  #texts: readonly Text[] | undefined;
  #cut = false;

  /** `names`: what is judged instead of a content. */
  constructor(happening: Happening, names: readonly Omit<Text, 'read'>[] | null = null) {
    this.happening = happening;
    this.#names = names;
  }

  get texts(): readonly Text[] {
    if (this.#texts !== undefined) return this.#texts;
    const { contentType, content } = this.happening;
    const { parts, cut } = this.#names === null ? partsOf(contentType, content) : { parts: this.#names, cut: false };
    this.#cut = cut;
    this.#texts = parts.map(({ path, text }) => new LazyText(path, text));
    return this.#texts;
  }

  /** It holds more than is read. */
  get cut(): boolean {
    return this.texts.length > 0 && this.#cut;
  }
}

class LazyText implements Text {
  readonly path: Path;
  readonly text: string;
  #read: Read | undefined;

  constructor(path: Path, text: string) {
    this.path = path;
    this.text = text;
  }

  get read(): Read {
    this.#read ??= readText(this.text);
    return this.#read;
  }
}

/** Who published what a subscription put into a list. */
export interface ListSource {
  readonly issuer: string;
  /** Of the published document. */
  readonly version: number;
}

/** A list in one of its versions. */
export interface MetList {
  readonly id: string;
  readonly version: number;
  /** Who published it; nobody for lists of our own. `reason`, the publisher's, is looked up when it is told. */
  readonly source?: (ListSource & { readonly generation: string; readonly reason?: string | null }) | null;
}

/** Why a condition holds: what of it was met, and where. */
export interface Met {
  readonly condition: number;
  /** Of a word list: which one, in which version. */
  readonly list: MetList | null;
  /** The entry, domain or pattern that was met; null where there is none to name. */
  readonly entry: string | null;
  /** The text, and the offsets in it (UTF-16); null for what stands nowhere. */
  readonly where: { readonly path: Path; readonly start: number; readonly end: number } | null;
}

export type Finding = Omit<Met, 'condition'>;

/** Null: it does not hold. It never waits. */
export type Test = (subject: Subject) => readonly Finding[] | null;

export const HOLDS: readonly Finding[] = [];
export const some = (found: readonly Finding[]): readonly Finding[] | null => (found.length > 0 ? found : null);
