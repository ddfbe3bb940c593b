// Reads a file, or standard input as `-`, whole and bounded. What cannot be read is a fault that says what to do.
import { isUtf8 } from 'node:buffer';
import { createReadStream, statSync } from 'node:fs';
import type { JsonLimits } from 'stix2-ts/json';
import { parseJson } from 'stix2-ts/json';
import type { ProblemCode } from '../../domain/problem-codes/catalogue.ts';
import { unreadable, whyNotUtf8 } from '../client/read-utf8-file.ts';
import { CliFault } from '../terminal/fault.ts';
import { tell } from '../terminal/output.ts';
import { shortened, visible } from './visible.ts';

const MEBIBYTE = 1_048_576;
const largestFile = 64 * MEBIBYTE;

/** Larger than a hub's limits: a whole catalogue is one file, and nobody else is waiting. */
const limits: JsonLimits = {
  depth: 100,
  keys: 3_000_000,
  values: 3_000_000,
  stringLength: 32 * MEBIBYTE,
};

export type Input = {
  readonly text: string;
  /** RFC 8259 forbids it; it is removed from the text. */
  readonly hasByteOrderMark: boolean;
};

export type JsonInput = Input & { readonly value: unknown };

/** The name of a file as a message shows it. */
export const nameOf = (file: string): string => (file === '-' ? 'Standard input' : visible(file));

/** A readable file whose content is not JSON, or not unambiguous JSON; `code` and `place` say why and where. */
export class JsonFault extends CliFault {
  readonly code: ProblemCode;
  readonly place: string;

  constructor(file: string, code: ProblemCode, place: string, why: string, remedy: string) {
    super(`${nameOf(file)} is not JSON that can be relied on.`, visible(why), remedy, 2);
    this.code = code;
    this.place = place;
  }
}

export const readJson = async (file: string): Promise<JsonInput> => {
  const { text, hasByteOrderMark } = await readText(file);
  if (text.trim() === '') {
    throw new JsonFault(
      file,
      'EMPTY',
      '$',
      'It is empty.',
      'Give a STIX object, a list of them or a bundle.',
    );
  }
  const reading = parseJson(text, limits);
  if (reading.ok) return { value: reading.value, text, hasByteOrderMark };
  if (reading.code !== 'JSON_SYNTAX') {
    const why = `${shortened(reading.path, 80)}: ${reading.message}.`;
    throw new JsonFault(file, reading.code, reading.path, why, 'Take it out, or split the file.');
  }
  const why = brokenWords(text, reading.position ?? text.length);
  throw new JsonFault(file, 'JSON_SYNTAX', '$', why, 'Correct it there, and try again.');
};

const brokenWords = (text: string, position: number): string => {
  const before = text.slice(0, position);
  const place = `line ${before.split('\n').length}, column ${position - before.lastIndexOf('\n')}`;
  if (position >= text.length) return `It ends too early, at ${place}.`;
  return `At ${place} there is ${shortened(text.slice(position, position + 40), 20)}, which is not allowed there.`;
};

/** The text of a file, without a byte order mark. */
export const readText = async (file: string): Promise<Input> => {
  const bytes = await readBytes(file);
  if (!isUtf8(bytes))
    throw new JsonFault(file, 'NOT_UTF_8', '$', `It is not UTF-8. ${whyNotUtf8(bytes)}`, 'Save it as UTF-8.');
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text: bytes.toString('utf8', hasByteOrderMark ? 3 : 0), hasByteOrderMark };
};

let isInputTaken = false;

const readBytes = async (file: string): Promise<Buffer> => {
  const size = file === '-' ? 0 : sizeOf(file);
  if (size > largestFile) throw tooLarge(file);
  const chunks: Buffer[] = [];
  let read = 0;
  try {
    for await (const chunk of file === '-' ? standardInput() : createReadStream(file)) {
      read += (chunk as Buffer).length;
      if (read > largestFile) throw tooLarge(file);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw error instanceof CliFault ? error : unreadable(nameOf(file), error);
  }
  return Buffer.concat(chunks);
};

export const standardInput = (): NodeJS.ReadStream => {
  if (isInputTaken) {
    const remedy = 'Keep what you pipe in a file, and name the file.';
    throw new CliFault('Standard input is read once.', 'It was named twice.', remedy, 2);
  }
  isInputTaken = true;
  if (process.stdin.isTTY) tell('Reading standard input; end it with Ctrl-D.');
  return process.stdin;
};

const sizeOf = (file: string): number => {
  try {
    const found = statSync(file);
    if (!found.isDirectory()) return found.size;
  } catch (error) {
    throw unreadable(nameOf(file), error);
  }
  const remedy = `Name the files in it: ${visible(file.replace(/\/+$/, ''))}/*.json`;
  throw new CliFault(`${nameOf(file)} cannot be read.`, 'It is a folder.', remedy, 2);
};

const tooLarge = (file: string): CliFault =>
  new CliFault(
    `${nameOf(file)} is too large.`,
    `It holds more than ${largestFile / MEBIBYTE} MiB; read whole, its values would take many times that.`,
    'Split it into bundles of at most that size.',
    2,
  );
