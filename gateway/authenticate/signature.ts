import { type Dictionary, type InnerList, isInnerList, parseDictionary, serializeInnerList } from 'structured-headers';
import { Fault } from '../../subgraphs/kit/fault.ts';
import { keysOf } from './keys-of.ts';
import { type UsualInput, usualBytes, usualInput } from './usual-form.ts';

/** What one signature says of itself (RFC 9421 §2.3), read but not yet believed. */
export interface Signature {
  /** Names of the signed components, in the order signed. */
  readonly components: readonly string[];
  /** The line of `@signature-params`, as the signer serialised it. */
  readonly params: string;
  /** Unix seconds. */
  readonly created: number;
  readonly nonce: string;
  readonly keyID: string;
  readonly mac: Uint8Array;
}

interface Input extends Pick<UsualInput, 'label' | 'text'> {
  readonly components: readonly unknown[];
  readonly parameters: ReadonlyMap<string, unknown>;
}

const TAG = 'openim-graphql';
const DERIVED = new Set(['@method', '@path', '@query', '@authority']);
/** RFC 9110 field names, in the lower case that RFC 9421 asks for. */
const FIELD_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;
const NONCE = /^[A-Za-z0-9_-]{22,64}$/;

/** Reads the two headers; refuses whatever SESSION.md §2 calls a fault of syntax (SIGNATURE_MALFORMED). */
export function readSignature(inputHeader: string, signatureHeader: string, hasQuery: boolean): Signature {
  const input = usualInput(inputHeader) ?? anyInput(inputHeader);
  const { label, parameters: params } = input;
  if (params.get('tag') !== TAG) throw malformed(`exactly one signature has the tag "${TAG}"`);
  const created = params.get('created');
  if (typeof created !== 'number') throw malformed('created is an integer of Unix seconds');
  const alg = params.get('alg');
  if (alg !== undefined && alg !== 'hmac-sha256') throw malformed('alg is "hmac-sha256" or left out');
  const nonce = params.get('nonce');
  if (typeof nonce !== 'string' || !NONCE.test(nonce)) throw malformed('nonce is 22 to 64 characters of base64url');
  const keyID = params.get('keyid');
  if (typeof keyID !== 'string') throw malformed('keyid is the session id');
  return {
    components: expected(input.components, hasQuery),
    params: input.text,
    created,
    nonce,
    keyID,
    mac: macOf(signatureHeader, label),
  };
}

/** Of any form that a dictionary of structured fields may have; others' signatures may stand beside ours. */
function anyInput(header: string): Input {
  const [label, input] = ours(dictionary('Signature-Input', header));
  const [items, parameters] = input;
  if (!/;\s*created=-?\d+(?![\d.])/.test(keysOf.bare(header, label)))
    throw malformed('created is an integer of Unix seconds');
  const components = items.map(([name, own]) => {
    if (own.size > 0) throw malformed('components take no parameters');
    return name;
  });
  return { label, components, parameters, text: serializeInnerList(input) };
}

const malformed = (detail: string): Fault => new Fault('SIGNATURE_MALFORMED', { detail });

function dictionary(name: string, text: string): Dictionary {
  // Structured fields let the last of two equal keys win: a signature is no place for a second opinion.
  if (keysOf.twins(text)) throw malformed(`${name} names something twice`);
  try {
    return parseDictionary(text);
  } catch {
    throw malformed(`${name} is no dictionary of structured fields (RFC 8941)`);
  }
}

/** The one signature with our tag; others may stand beside it. */
function ours(inputs: Dictionary): [label: string, input: InnerList] {
  const tagged: [string, InnerList][] = [];
  for (const [label, member] of inputs)
    if (isInnerList(member) && member[1].get('tag') === TAG) tagged.push([label, member]);
  const [first, second] = tagged;
  if (first === undefined || second !== undefined) throw malformed(`exactly one signature has the tag "${TAG}"`);
  return first;
}

function expected(components: readonly unknown[], hasQuery: boolean): string[] {
  const names = components.map((name) => {
    if (typeof name !== 'string' || !(DERIVED.has(name) || FIELD_NAME.test(name)))
      throw malformed('a component is @method, @path, @query, @authority or a header field in lower case');
    return name;
  });
  if (new Set(names).size < names.length) throw malformed('a component is signed once');
  for (const name of hasQuery ? ['@method', '@path', '@query'] : ['@method', '@path'])
    if (!names.includes(name)) throw malformed(`${name} is signed`);
  return names;
}

function macOf(header: string, label: string): Uint8Array {
  const usual = usualBytes(header, label);
  if (usual !== null) return usual;
  const member = dictionary('Signature', header).get(label);
  const value = member?.[0];
  if (!(value instanceof ArrayBuffer)) throw malformed(`Signature has a byte sequence under "${label}"`);
  return new Uint8Array(value);
}
