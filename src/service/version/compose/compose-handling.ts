// How an item may be used, as its publisher states it with the item: a marking definition with a policy of IEP 2.0, on the
// objects that the hub makes for it. It is read back like any other, so that it holds as one that comes in a bundle.
import { IEP_EXTENSION_ID } from 'stix2-ts/registry';
import type { StixObject } from 'stix2-ts/stix-object';
import {
  HANDLING_WORDS,
  type HandlingRule,
  reportIn,
  type StatedHandling,
} from '../../../domain/iep/stated-handling.ts';
import type { Tlp } from '../../../domain/marking.ts';
import type { Draft } from '../../../domain/warning.ts';
import { identifierFor } from '../../../exchange/identifier-for.ts';
import { HUB_IDENTITY } from '../../../exchange/warning-extension.ts';

/** IEP 2.0 has the levels of TLP 1; the object carries its own of TLP 2.0 beside it, and the stricter counts. */
const TLP_WORDS: Readonly<Record<Tlp, string>> = {
  CLEAR: 'white',
  GREEN: 'green',
  AMBER: 'amber',
  'AMBER+STRICT': 'amber',
  RED: 'red',
};

/** In whose name it is made, as compose-objects.ts has it. */
type Maker = { readonly identity: string; readonly seed: string };
type Stated = { readonly draft: Pick<Draft, 'handling' | 'marking'>; readonly publishedAt: string };

/** The policy of a version in the name of this maker; null where nothing is stated. */
export const definitionFor = ({ draft, publishedAt }: Stated, maker: Maker): StixObject | null => {
  const { marking } = draft;
  if (draft.handling == null) return null;
  const handling = saidBy(maker, draft.handling);
  const id = definitionId(maker, { handling, marking });
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id,
    created_by_ref: maker.identity,
    created: publishedAt,
    name: 'How this may be used',
    ...(handling.reference === null
      ? {}
      : { external_references: [{ source_name: 'policy', url: handling.reference }] }),
    extensions: {
      [IEP_EXTENSION_ID]: {
        extension_type: 'property-extension',
        ...rulesOf(handling),
        tlp: TLP_WORDS[marking],
        // Of the definition: the policy is nothing beside it.
        iep_id: id.slice(id.indexOf('--') + 2),
        iep_version: 2,
        description: 'How its publisher allows the information that it marks to be used.',
        start_date: publishedAt,
        ...(handling.until === null ? {} : { end_date: handling.until }),
      },
    },
  };
};

/** Its id where something is stated, for each maker. */
export const definitionIds = (
  { handling, marking }: Pick<Draft, 'handling' | 'marking'>,
  makers: readonly Maker[],
): string[] =>
  handling == null
    ? []
    : makers.map((maker) => definitionId(maker, { handling: saidBy(maker, handling), marking }));

/** Where its policy is to be read tells who its publisher is: the hub, in the place of an unnamed one, does not say it. */
const saidBy = ({ identity }: Maker, handling: StatedHandling): StatedHandling =>
  identity === HUB_IDENTITY ? { ...handling, reference: null } : handling;

/** Whether what is stated is lost to who reads STIX: by a report in the bundle that does not refer to it, as the hub's own would. */
export const isLostToReport = (
  draft: Pick<Draft, 'handling' | 'marking' | 'bundle'>,
  makers: readonly Maker[],
): boolean => {
  const report = reportIn(draft.bundle);
  if (report === null || draft.handling == null) return false;
  const marks = report['object_marking_refs'];
  return !(Array.isArray(marks) && definitionIds(draft, makers).some((id) => marks.includes(id)));
};

/** A definition has no versions, so another policy is another definition. The same policy is one over all versions. */
const definitionId = (
  { seed }: Maker,
  { handling, marking }: { readonly handling: StatedHandling; readonly marking: Tlp },
): string => {
  const said = [...Object.values(rulesOf(handling)), handling.until, handling.reference, TLP_WORDS[marking]];
  return identifierFor('marking-definition', `${seed}/handling/${JSON.stringify(said)}`);
};

const IEP_NAMES: Readonly<Record<HandlingRule, string>> = {
  permittedActions: 'permitted_actions',
  encryptInTransit: 'encrypt_in_transit',
  affectedPartyNotifications: 'affected_party_notifications',
  providerAttribution: 'provider_attribution',
  unmodifiedResale: 'unmodified_resale',
};

/** A policy says something of every rule: what is left open is the most open word. */
const rulesOf = (handling: StatedHandling): Record<string, string> =>
  Object.fromEntries(
    Object.entries(IEP_NAMES).map(([rule, name]) => {
      const word = handling[rule as HandlingRule] ?? HANDLING_WORDS[rule as HandlingRule][0];
      return [name, word.toLowerCase().replaceAll('_', '-')];
    }),
  );
