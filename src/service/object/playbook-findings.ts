// What is unusual about the playbooks in a bundle, for its publisher: they are carried as they came.
import { PLAYBOOK_EXTENSION_ID, playbookOf } from '../../exchange/cacao/playbook.ts';
import type { StixObject } from '../../stix/stix-object.ts';
import type { Finding } from '../../stix/validate.ts';

/** Of each playbook; enough to begin with. */
const MOST = 10;

/** `pathOf` gives the JSON path of an object in the publisher's input. */
export const playbookFindings = (
  objects: readonly StixObject[],
  pathOf: (index: number) => string,
): Finding[] =>
  objects.flatMap((object, index) =>
    (playbookOf(object)?.findings ?? []).slice(0, MOST).map(({ code, path, message }) => ({
      level: 'warning' as const,
      code,
      path: `${pathOf(index)}.extensions["${PLAYBOOK_EXTENSION_ID}"]`,
      section: '7.3',
      message: `${path}: ${message}`,
    })),
  );
