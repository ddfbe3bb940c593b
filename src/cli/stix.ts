// `tocsin stix …`: a workbench for whoever writes STIX 2.1. It needs no hub, and loads nothing of one.
import type { Command } from 'commander';
import { addCanonical } from './stix/canonical.ts';
import { addDiff } from './stix/diff.ts';
import { addId } from './stix/id.ts';
import { addMatch } from './stix/match.ts';
import { addPattern } from './stix/pattern.ts';
import { addValidate } from './stix/validate.ts';

const AFTER = `
Exit codes: 0 good; 1 not good; 2 cannot be read, or wrong usage. docs/WORKBENCH.md shows each with an example.`;

export const addStix = (program: Command): void => {
  const stix = program
    .command('stix')
    .description('check, identify, match, compare STIX 2.1: no hub needed')
    .addHelpText('after', AFTER);
  addValidate(stix);
  addId(stix);
  addPattern(stix);
  addMatch(stix);
  addCanonical(stix);
  addDiff(stix);
};
