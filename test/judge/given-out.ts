// Everything that a hub with the sample partnership serves to each of the five ready identities: the bundle of every
// warning they read, judged by the outside judges.

import { classOf } from 'stix2-ts/registry';
import { isRecord } from 'stix2-ts/stix-object';
import { EXERCISE } from '../../seeds/story/past-days.ts';
import { readWarning } from '../../src/service/item/read-warning.ts';
import { bundleOfWarning } from '../../src/service/object/bundle/bundle-of-warning.ts';
import { openStory } from '../support/world/story.ts';
import type { Judge } from './judge.ts';
import type { Section } from './sections.ts';

const identities = ['analyst', 'duty-officer', 'centre-manager', 'integrator', 'state-contact'];

type Given = { readonly name: string; readonly bundle: unknown };

const bundlesOfHub = async (): Promise<Given[]> => {
  const story = await openStory();
  const given = new Map<string, Given>();
  try {
    await story.drain();
    for (const name of identities) {
      const actor = await story.identity(name);
      for (const filter of [{}, { exercise: EXERCISE }]) {
        for (const { summary } of await story.feedOf(actor, filter)) {
          const item = await readWarning(story.hub, actor, summary.id);
          if (item === null) continue;
          const bundle = await bundleOfWarning(story.hub, actor, item);
          const text = JSON.stringify(bundle.objects);
          if (!given.has(text)) given.set(text, { name: `${name}: ${summary.headline}`, bundle });
        }
      }
    }
  } finally {
    await story.close();
  }
  return [...given.values()];
};

type Content = { readonly objects?: readonly unknown[] };

/** Whether an object is its producer's own custom content: then stix2 did not accept it on the way in either. */
const isCustom = (object: unknown): boolean =>
  isRecord(object) &&
  (classOf(String(object['type'])) === null || Object.keys(object).some((name) => name.startsWith('x_')));

/** Bundles that stix2 accepts; of one it does not, whether it accepts the standard objects one by one. */
const parsed = async (judge: Judge, given: readonly Given[], bundles: readonly Content[]) => {
  const complaints = await judge.parse(bundles);
  const unparsed: string[] = [];
  let custom = 0;
  for (const [index, complaint] of complaints.entries()) {
    if (complaint === null) continue;
    const { objects = [] } = bundles[index] ?? {};
    const standard = objects.filter((object) => !isCustom(object));
    // Its report refers to the custom objects, which stix2 refuses for the same reason.
    const isOther = (one: string | null) => one !== null && !one.includes('A custom object type');
    const others = (await judge.parse(standard)).filter(isOther);
    if (standard.length === objects.length) others.push(complaint);
    if (others.length === 0) custom += 1;
    unparsed.push(...others.map((one) => `${given[index]?.name}: ${one}`));
  }
  return { taken: complaints.filter((one) => one === null).length, custom, unparsed };
};

export const judgeGivenOut = async (judge: Judge): Promise<Section> => {
  const given = await bundlesOfHub();
  const bundles = given.map(({ bundle }) => JSON.parse(JSON.stringify(bundle)) as Content);
  const errors = await judge.validate(bundles);
  const invalid = given.flatMap(({ name }, index) =>
    (errors[index] ?? []).map((error) => `${name}: ${error}`),
  );
  const { taken, custom, unparsed } = await parsed(judge, given, bundles);
  const objects = bundles.reduce((sum, { objects = [] }) => sum + objects.length, 0);
  const what = `bundles that a hub serves (${objects} objects)`;
  return {
    rows: [
      {
        what: `${what}: errors of stix2-validator`,
        cases: given.length,
        result: `${invalid.length} errors`,
        isGood: given.length > 0 && invalid.length === 0,
      },
      {
        what: `${what}: stix2.parse(allow_custom=False)`,
        cases: given.length,
        result: `${taken} accepted, ${custom} except for custom types of their producers (ATT&CK's x-mitre-…), ${unparsed.length} complaints otherwise`,
        isGood: given.length > 0 && unparsed.length === 0,
      },
    ],
    notes: [...invalid, ...unparsed],
  };
};
