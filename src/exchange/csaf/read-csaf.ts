// The entry point of CSAF import: text in; advisory, STIX objects and draft warning out, or all reasons for refusal.

import type { StixObject } from 'stix2-ts/stix-object';
import { type Problem, problem } from '../../domain/problem.ts';
import { isBlank, outOfLine } from '../../domain/reading/seen-text.ts';
import { saysItEnded } from '../csaf-note/ended.ts';
import type { CsafAdvisory } from './document.ts';
import { type CsafDraft, draftOf } from './draft.ts';
import { type ParsedAdvisory, parseCsaf } from './parse-csaf.ts';
import { type CsafOptions, DEFAULT_TLP, frameOf } from './stix-shape.ts';
import { toStix } from './to-stix.ts';

export type { CsafOptions } from './stix-shape.ts';

export type CsafReading =
  | {
      readonly ok: true;
      readonly advisory: CsafAdvisory;
      /** The report first. Without marking definitions: the objects use the predefined TLP 2.0 ones. */
      readonly stix: readonly StixObject[];
      readonly draft: CsafDraft;
      readonly relationshipsOmitted: number;
      /** What was put right, chosen or left out; none of it hinders. */
      readonly findings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type ReadingOptions = CsafOptions & {
  /** CVEs that a catalogue lists as exploited; they make a warning urgent. */
  readonly knownExploited?: ReadonlySet<string>;
  /** Mandatory tests that an advisory may fail. */
  readonly tolerates?: ReadonlySet<string>;
};

export function readCsaf(text: string, options: ReadingOptions = {}): CsafReading {
  const parsed = parseCsaf(text, options.tolerates);
  return parsed.ok ? { ok: true, ...readAdvisory(parsed, options) } : parsed;
}

export type AdvisoryReading = Omit<Extract<CsafReading, { ok: true }>, 'ok'>;

/** Reads what was parsed before, perhaps as the next version of another reading. */
export function readAdvisory(parsed: ParsedAdvisory, options: ReadingOptions): AdvisoryReading {
  const { advisory } = parsed;
  const frame = frameOf(advisory, options);
  const draft = draftOf(advisory, frame, options.knownExploited);
  const { objects, relationshipsOmitted, surplus } = toStix(advisory, frame, draft, options);
  const findings = [
    ...parsed.findings,
    ...textsCleaned(advisory),
    ...(advisory.document.distribution?.tlp === undefined ? [unmarked(options)] : []),
    ...(saysItEnded(advisory) ? [endedByTitle()] : []),
    ...(surplus === null
      ? []
      : [problem('CSAF_SURPLUS', '$.product_tree', surplus, 'See the advisory itself.')]),
  ];
  return { advisory, stix: objects, draft, relationshipsOmitted, findings };
}

/** What others write comes in, but not what acts on a screen, turns a line, or cannot be seen. Breaks of a line go without a word. */
const textsCleaned = ({ document: { title, publisher } }: CsafAdvisory): Problem[] =>
  (
    [
      ['$.document.title', title],
      ['$.document.publisher.name', publisher.name],
    ] as const
  ).flatMap(([path, text]) => {
    const found = outOfLine(text.replace(/[\s\u0085]+/g, ' '));
    if (found === null && !isBlank(text)) return [];
    return [
      problem(
        'CSAF_TEXT_CLEANED',
        path,
        found === null
          ? 'Nothing of this text can be seen; the id or the namespace stands for it.'
          : `Control characters or marks of direction (${found}) were left out.`,
        'Compare the warning with the advisory; the issuing party may want to know.',
      ),
    ];
  });

/** A title is free words, so no warning is cancelled by one alone. */
const endedByTitle = (): Problem =>
  problem(
    'CSAF_WITHDRAWN',
    '$.document.title',
    'Its title says that it was withdrawn or replaced. The warning stays in force.',
    'Read the advisory, and cancel the warning where you agree: tocsin warning cancel.',
  );

/** Nobody chooses a marking in silence. */
const unmarked = ({ defaultTlp }: CsafOptions): Problem =>
  problem(
    'CSAF_TLP_MISSING',
    '$.document.distribution',
    `The advisory has no TLP marking. It is read as TLP:${defaultTlp ?? DEFAULT_TLP}${defaultTlp === undefined ? '' : ', as you said'}.`,
    'Say another with --default-tlp.',
  );
