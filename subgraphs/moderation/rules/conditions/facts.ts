import type { RE2JS } from 're2js';
import { isFields, parsed } from '../content/json-path.ts';
import type {
  AttachmentCondition,
  AttachmentKind,
  CustomFieldCondition,
  MentionCondition,
  NewAccountCondition,
} from '../rule.ts';
import { HOLDS, type Test } from './subject.ts';

const EVERYONE = 'AtAllTag';

export const mentionTest =
  ({ moreThan, everyone }: MentionCondition): Test =>
  ({ happening: { atUserIDs } }) => {
    const people = new Set(atUserIDs.filter((id) => id !== EVERYONE));
    const storm = moreThan !== null && people.size > moreThan;
    return storm || (everyone && atUserIDs.includes(EVERYONE)) ? HOLDS : null;
  };

const HOUR = 3_600_000;

/** `registeredAt`: null for accounts that nobody here saw begin, which are not new. */
export const newAccountTest =
  ({ youngerThanHours }: NewAccountCondition, registeredAt: (userID: string) => number | null): Test =>
  ({ happening: { userID, at } }) => {
    const since = userID === null ? null : registeredAt(userID);
    return since !== null && at - since < youngerThanHours * HOUR ? HOLDS : null;
  };

interface Attached {
  readonly kind: AttachmentKind;
  readonly types: readonly unknown[];
  readonly names: readonly unknown[];
}

/** What a sender's client says of a file; nobody has looked into it. */
export function attachmentTest({ kinds, extensions, mimeTypes }: AttachmentCondition): Test {
  const types = mimeTypes.map((type) => type.toLowerCase());
  const typed = (type: string): boolean =>
    types.some((each) => (each.endsWith('/*') ? type.startsWith(each.slice(0, -1)) : type === each));
  const endings = new Set(extensions.map((each) => each.toLowerCase().replace(/^\./, '')));
  return ({ happening: { contentType, content } }) => {
    const attached = attachedIn(contentType, content);
    if (attached === null) return null;
    const holds =
      (kinds.length === 0 || kinds.includes(attached.kind)) &&
      (endings.size + types.length === 0 ||
        attached.names.some((name) => endings.has(endingOf(name))) ||
        attached.types.some(
          (type) => typeof type === 'string' && (typed(type.toLowerCase()) || endings.has(endingOf(type))),
        ));
    return holds ? HOLDS : null;
  };
}

function attachedIn(contentType: number, content: string): Attached | null {
  const fields = contentType >= 102 && contentType <= 105 ? parsed(content) : null;
  if (!isFields(fields)) return null;
  const picture = isFields(fields.sourcePicture) ? fields.sourcePicture : {};
  if (contentType === 102) return { kind: 'PICTURE', types: [picture.type], names: [picture.url] };
  if (contentType === 103) return { kind: 'SOUND', types: [fields.soundType], names: [fields.sourceUrl] };
  if (contentType === 104) return { kind: 'VIDEO', types: [fields.videoType], names: [fields.videoUrl] };
  return { kind: 'FILE', types: [fields.fileType], names: [fields.fileName, fields.sourceUrl] };
}

/** Of a name, an address, or an extension alone. */
const endingOf = (name: unknown): string =>
  typeof name === 'string' ? (/([^./\\]+)$/.exec(name.replace(/[?#].*$/s, '').trimEnd())?.[1] ?? '').toLowerCase() : '';

const CUSTOM: ReadonlySet<number> = new Set([110, 119, 120]);

export function customFieldTest({ pointer, equals }: CustomFieldCondition, pattern: RE2JS | null): Test {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return ({ happening: { contentType, content } }) => {
    if (!CUSTOM.has(contentType)) return null;
    const fields = parsed(content);
    const data = isFields(fields) && typeof fields.data === 'string' ? parsed(fields.data) : undefined;
    const value = steps.reduce(stepInto, data);
    if (typeof value === 'object' || value === undefined) return null;
    const text = String(value);
    return (equals === null || text === equals) && (pattern === null || pattern.test(text)) ? HOLDS : null;
  };
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(step) ? value[Number(step)] : undefined;
  return isFields(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
