// What is unusual about the playbooks in a bundle, for its publisher: they are carried as they came.

import type { StixObject } from 'stix2-ts/stix-object';
import type { Finding } from 'stix2-ts/validate';
import type { PlaybookCode } from '../../domain/problem-codes/catalogue.ts';
import { PLAYBOOK_EXTENSION_ID, playbookOf } from '../../exchange/cacao/playbook.ts';

/** Of each playbook; enough to begin with. */
const MOST = 10;

/** As a finding of the standard, with a code of the playbook's. */
export type PlaybookFinding = Omit<Finding, 'code'> & { readonly code: PlaybookCode };

/** `pathOf` gives the JSON path of an object in the publisher's input. */
export const playbookFindings = (
  objects: readonly StixObject[],
  pathOf: (index: number) => string,
): PlaybookFinding[] =>
  objects.flatMap((object, index) =>
    (playbookOf(object)?.findings ?? []).slice(0, MOST).map(({ code, path, message }) => ({
      level: 'warning' as const,
      code,
      path: `${pathOf(index)}.extensions["${PLAYBOOK_EXTENSION_ID}"]`,
      section: '7.3',
      message: `${path}: ${message}`,
    })),
  );
