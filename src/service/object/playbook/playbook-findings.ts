// Reports to the publisher what is unusual about the playbooks in a bundle. They are passed on unchanged.

import type { StixObject } from 'stix2-ts/stix-object';
import type { Finding } from 'stix2-ts/validate';
import type { PlaybookCode } from '../../../domain/problem-codes/catalogue.ts';
import { PLAYBOOK_EXTENSION_ID, playbookOf } from '../../../exchange/cacao/playbook.ts';

/** Limit of findings per playbook. */
const MAX_FINDINGS = 10;

/** Like a finding about STIX, with a playbook code. */
export type PlaybookFinding = Omit<Finding, 'code'> & { readonly code: PlaybookCode };

/** `pathOf` gives the JSON path of an object in the publisher's input. */
export const playbookFindings = (
  objects: readonly StixObject[],
  pathOf: (index: number) => string,
): PlaybookFinding[] =>
  objects.flatMap((object, index) =>
    (playbookOf(object)?.findings ?? []).slice(0, MAX_FINDINGS).map(({ code, path, message }) => ({
      level: 'warning' as const,
      code,
      path: `${pathOf(index)}.extensions["${PLAYBOOK_EXTENSION_ID}"]`,
      section: '7.3',
      message: `${path}: ${message}`,
    })),
  );
