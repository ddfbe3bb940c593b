// Marks every text and object of a world with a word that occurs nowhere else, so that a search of the bytes of an answer
// finds what leaked, wherever it is. Equal content keeps equal marks: what two sources assert alike stays alike.
import { createHash } from 'node:crypto';
import type { StixObject } from 'stix2-ts/stix-object';
import type { Act, Given } from '../world/acts.ts';

const canaryOf = (text: string): string =>
  `cnry${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
export const CANARY = /cnry[0-9a-f]{16}/g;

/** Of STIX's own types only observables and marking definitions have no description. */
const isDescribed = ({ type, modified }: StixObject): boolean =>
  modified !== undefined && !['note', 'opinion', 'language-content'].includes(type);

const marked = (given: Given): Given =>
  isDescribed(given.object)
    ? { ...given, object: { ...given.object, description: canaryOf(JSON.stringify(given.object)) } }
    : given;

/** The act with marks in its texts and in the objects of its bundle. */
export const withCanaries = (act: Act, index: number): Act => {
  const given = act.given.map(marked);
  const { bundle } = act.draft;
  const word = (place: string): string => canaryOf(`${index} ${place}`);
  const objects = given.map(({ object }) => object);
  return {
    ...act,
    given,
    draft: {
      ...act.draft,
      summary: `${act.draft.summary} ${word('summary')}`,
      bundle: bundle === null ? null : { ...(bundle as object), objects },
      ...(act.draft.kind === 'WARNING'
        ? {
            actions: act.draft.actions.map((action) => ({
              ...action,
              text: `${action.text} ${word('action')}`,
            })),
          }
        : { steps: act.draft.steps.map((step) => `${step} ${word('step')}`) }),
    },
  };
};

export const canariesIn = (text: string): string[] => [...new Set(text.match(CANARY) ?? [])];
