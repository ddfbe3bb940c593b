// What a community may be called, and its rule: checked, and in words.
import type { KindName } from '../member.ts';
import { type Problem, problem } from '../problem.ts';
import { SECTORS } from '../sector.ts';
import type { CommunityRule } from './community.ts';
import { factProblems, slugProblem } from './member-facts.ts';

const MAX_PURPOSE = 2_000;

type Texts = { readonly slug?: string; readonly name?: string; readonly purpose?: string };

/** Paths are those of the input. */
export const textProblems = ({ slug, name, purpose }: Texts): Problem[] => {
  const wrongSlug = slug === undefined ? null : slugProblem(slug);
  const isPurpose = purpose === undefined || (purpose.length <= MAX_PURPOSE && purpose.isWellFormed());
  return [
    ...(wrongSlug === null ? [] : [wrongSlug]),
    ...(name === undefined ? [] : factProblems({ name })),
    ...(isPurpose
      ? []
      : [problem('TEXT_TOO_LONG', '$.purpose', `At most ${MAX_PURPOSE} characters.`, 'Shorten it.')]),
  ];
};

/** Problems of a rule, with paths below `$.rule`. */
export const ruleProblems = ({ kinds, sectors, countries }: CommunityRule): Problem[] => {
  const given = [kinds, sectors, countries].filter((values) => values !== undefined);
  if (given.length === 0 || given.some((values) => values.length === 0)) {
    return [
      problem(
        'RULE_EMPTY',
        '$.rule',
        'A rule names kinds, sectors or countries, and at least one of each that it names.',
        'Give at least one, or leave the rule out to keep the community by hand.',
      ),
    ];
  }
  const facts = {
    ...(sectors === undefined ? {} : { sectors }),
    ...(countries === undefined ? {} : { countries }),
  };
  return factProblems(facts).map((each) => ({ ...each, path: each.path.replace('$.', '$.rule.') }));
};

const KINDS_IN_WORDS: Readonly<Record<KindName, string>> = {
  AGENCY: 'agencies',
  NATIONAL_CSIRT: 'national CSIRTs',
  SECTOR_CSIRT: 'sector CSIRTs',
  CSIRT: 'CSIRTs',
  SHARING_CENTRE: 'sharing centres',
  OPERATOR: 'operators',
  TECHNICAL_PARTNER: 'technical partners',
  REGULATOR: 'regulators',
  LAW_ENFORCEMENT: 'law enforcement',
  RESEARCH: 'research bodies',
  CIVIL_SOCIETY: 'civil society organisations',
  STATE_CONTACT: 'State contacts',
  HUB: 'hubs',
};

const either = (values: readonly string[]): string =>
  values.length < 2 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

const sectorName = (id: string): string => SECTORS.find((sector) => sector.id === id)?.name ?? id;

/** Such as `Operators or sharing centres in Energy, in XA or XB`. */
export const ruleInWords = ({ kinds, sectors, countries }: CommunityRule): string => {
  const who = kinds === undefined ? 'members' : either(kinds.map((kind) => KINDS_IN_WORDS[kind]));
  const sector = sectors === undefined ? '' : ` in ${either(sectors.map(sectorName))}`;
  const place = countries === undefined ? '' : `${sector === '' ? '' : ','} in ${either(countries)}`;
  const words = `${who}${sector}${place}`;
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
};
