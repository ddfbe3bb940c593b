// Reads the objects of a bundle for publishing: validated at the level `receive`, which keeps what harms nobody, with the
// marking definitions they refer to, taken from the bundle or from what its publisher may read.

import type { StixObject } from 'stix2-ts/stix-object';
import { type Finding, validateBundleInSlices } from 'stix2-ts/validate';
import type { Actor } from '../../domain/member.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Draft } from '../../domain/warning.ts';
import type { PlaybookFinding } from '../../exchange/cacao/check.ts';
import type { Hub } from '../../hub.ts';
import { knownMarkings } from '../object/known-markings.ts';
import { playbookFindings } from '../object/playbook/playbook-findings.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';

export type BundleRead = {
  readonly given: readonly StixObject[];
  /** Of the bundle, and those that it refers to and its publisher may read in the same traffic. */
  readonly definitions: ReadonlyMap<string, StixObject>;
  readonly findings: readonly (Finding | PlaybookFinding)[];
};

export const readBundle = async (
  hub: Pick<Hub, 'objects' | 'warnings' | 'config' | 'clock' | 'directory'>,
  actor: Actor,
  { bundle, exercise }: Pick<Draft, 'bundle' | 'exercise'>,
): Promise<Outcome<BundleRead>> => {
  if (bundle === null || bundle === undefined) {
    return accepted({ given: [], definitions: new Map(), findings: [] });
  }
  const known = await knownMarkings(hub, actor, bundle, exercise);
  const options = {
    level: 'receive',
    maxObjects: hub.config.limits.bundleObjects,
    knownMarkings: (id: string) => known.has(id),
  } as const;
  const { objects, findings } = await validateBundleInSlices(bundle, options, yieldToEventLoop);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) return refused(...errors.map(problemOf));
  const own = objects
    .filter(({ type }) => type === 'marking-definition')
    .map((each) => [each.id, each] as const);
  return accepted({
    given: objects,
    definitions: new Map([...known, ...own]),
    findings: [
      ...findings.map((finding) => ({ ...finding, path: inBundle(finding.path) })),
      ...playbookFindings(objects, (index) => `$.bundle.objects[${index}]`),
    ],
  });
};

/** The ids of a bundle that is not validated yet; none where it is too large to be accepted. */
export const idsIn = (bundle: unknown, maxObjects: number): ReadonlySet<string> => {
  const objects = (bundle as { readonly objects?: unknown } | null)?.objects;
  if (!Array.isArray(objects) || objects.length > maxObjects) return new Set();
  const ids = objects.map((object) => (object as { readonly id?: unknown } | null)?.id);
  return new Set(ids.filter((id) => typeof id === 'string'));
};

const inBundle = (path: string): string => path.replace(/^\$/, '$.bundle');

const problemOf = (finding: Finding): Problem =>
  problem(
    finding.code,
    inBundle(finding.path),
    `${finding.message} (STIX 2.1 §${finding.section})`,
    'Correct the object and publish again; nothing was written.',
  );
