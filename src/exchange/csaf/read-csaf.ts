// The entry point of CSAF import: text in; advisory, STIX objects and draft warning out, or all reasons for refusal.

import type { StixObject } from 'stix2-ts/stix-object';
import type { Problem } from '../../domain/problem.ts';
import type { CsafAdvisory } from './document.ts';
import { type CsafDraft, draftOf } from './draft.ts';
import { parseCsaf } from './parse-csaf.ts';
import { type CsafOptions, frameOf } from './stix-shape.ts';
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
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `knownExploited`: CVEs listed as exploited by a catalogue; they make a warning urgent. */
export function readCsaf(
  text: string,
  options: CsafOptions & { readonly knownExploited?: ReadonlySet<string> } = {},
): CsafReading {
  const parsed = parseCsaf(text);
  if (!parsed.ok) return parsed;
  const { advisory } = parsed;
  const frame = frameOf(advisory, options);
  const draft = draftOf(advisory, frame, options.knownExploited);
  const { objects, relationshipsOmitted } = toStix(advisory, frame, draft, options);
  return { ok: true, advisory, stix: objects, draft, relationshipsOmitted };
}
