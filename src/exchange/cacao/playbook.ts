// Unpacks, checks and lays out as steps the CACAO 2.0 playbook carried on a course-of-action (extension 1e1c1bd7 of the
// OASIS common objects). A playbook is data: no command is run and no expression is evaluated.
import { isUtf8 } from 'node:buffer';
import { isRecord, type JsonRecord, textOf } from 'stix2-ts/stix-object';
import type { PlaybookCode } from '../../domain/problem-codes/catalogue.ts';
import { checkPlaybook, type PlaybookFinding } from './check.ts';
import { type PlaybookStep, stepsOf } from './steps.ts';

export const PLAYBOOK_EXTENSION_ID = 'extension-definition--1e1c1bd7-c527-4215-8e18-e199e74da57c';

export type Playbook = {
  readonly name: string | null;
  readonly description: string | null;
  readonly types: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly isRevoked: boolean;
  readonly steps: readonly PlaybookStep[];
  readonly findings: readonly PlaybookFinding[];
};

/** Longest playbook that is unpacked, in base64 characters. */
const MAX_BASE64 = 1_400_000;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Null when the object carries no playbook. An unreadable playbook has findings and no steps. */
export function playbookOf(object: unknown): Playbook | null {
  const extension = extensionOf(object);
  if (extension === null) return null;
  const text = extension['playbook_base64'] ?? extension['playbook_bin'];
  const standard = textOf(extension, 'playbook_standard')?.toLowerCase() ?? 'cacao';
  if (standard !== 'cacao') {
    return bare(
      extension,
      'PLAYBOOK_NOT_CACAO',
      'playbook_standard',
      'names another standard: the playbook is kept but not shown',
    );
  }
  if (typeof text !== 'string') {
    return bare(extension, 'PLAYBOOK_MISSING', 'playbook_base64', 'is missing: there is nothing to show');
  }
  if (text.length > MAX_BASE64) {
    return bare(
      extension,
      'PLAYBOOK_TOO_LARGE',
      'playbook_base64',
      `has more than ${MAX_BASE64} characters: the playbook is kept but not shown`,
    );
  }
  const bytes = BASE64.test(text) ? Buffer.from(text, 'base64') : null;
  const playbook = bytes !== null && isUtf8(bytes) ? parsed(bytes.toString('utf8')) : null;
  if (playbook === null) {
    return bare(extension, 'PLAYBOOK_UNREADABLE', 'playbook_base64', 'is not JSON in UTF-8 and base64');
  }
  return {
    name: textOf(playbook, 'name') ?? null,
    description: textOf(playbook, 'description') ?? null,
    types: textsIn(playbook['playbook_types']),
    validFrom: textOf(playbook, 'valid_from') ?? null,
    validUntil: textOf(playbook, 'valid_until') ?? null,
    isRevoked: playbook['revoked'] === true,
    steps: stepsOf(playbook),
    findings: checkPlaybook(playbook),
  };
}

function extensionOf(object: unknown): JsonRecord | null {
  if (!isRecord(object) || object['type'] !== 'course-of-action') return null;
  const extensions = object['extensions'];
  const extension = isRecord(extensions) ? extensions[PLAYBOOK_EXTENSION_ID] : undefined;
  return isRecord(extension) ? extension : null;
}

function bare(extension: JsonRecord, code: PlaybookCode, property: string, message: string): Playbook {
  return {
    name: null,
    description: textOf(extension, 'description') ?? null,
    types: textsIn(extension['playbook_type']),
    validFrom: textOf(extension, 'playbook_valid_from') ?? null,
    validUntil: textOf(extension, 'playbook_valid_until') ?? null,
    isRevoked: extension['revoked'] === true,
    steps: [],
    findings: [{ code, path: property, message: `${property} ${message}.` }],
  };
}

function parsed(text: string): JsonRecord | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
