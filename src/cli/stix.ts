// `tocsin stix …`: a workbench for authors of STIX 2.1. It needs no hub and does not load the store.
import type { Command } from 'commander';
import { addCanonical } from './stix/canonical.ts';
import { addDiff } from './stix/diff.ts';
import { addId } from './stix/id.ts';
import { addMatch } from './stix/match.ts';
import { addPattern } from './stix/pattern.ts';
import { addValidate } from './stix/validate.ts';

const AFTER = `
Exit codes: 0 good; 1 not good; 2 unreadable input, or wrong usage. docs/WORKBENCH.md has an example of each.`;

export const addStix = (program: Command): void => {
  const stix = program
    .command('stix')
    .description('validate, identify, match and compare STIX 2.1; needs no hub')
    .addHelpText('after', AFTER);
  addValidate(stix);
  addId(stix);
  addPattern(stix);
  addMatch(stix);
  addCanonical(stix);
  addDiff(stix);
};
