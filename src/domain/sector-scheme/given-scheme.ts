// A sector definition that two persons add to a running hub: the list of a State in its own words, mapped to the hub's sectors.
// Once added it is what people meant when they used it, so it is replaced by another one and never changed.
import { mayNameLanguage } from '../language-tag.ts';
import { type Problem, problem } from '../problem.ts';
import { isSector } from '../sector.ts';
import { type MappingPredicate, type NationalSector, type SectorScheme, slugOf } from './scheme.ts';

/** As it is proposed. */
export type SchemeDraft = Pick<SectorScheme, 'id' | 'territory' | 'instrument' | 'source' | 'language'> & {
  readonly sectors: readonly SectorDraft[];
};

export type SectorDraft = {
  readonly name: string;
  /** By default made from the name. */
  readonly code?: string | undefined;
  readonly mappings?:
    | readonly { readonly sector: string; readonly predicate: MappingPredicate }[]
    | undefined;
  /** One level. */
  readonly subsectors?: readonly SectorDraft[] | undefined;
};

export type GivenScheme = SectorScheme & { readonly addedAt: Date };

export const MOST_SECTORS = 100;
/** Without two hyphens together, which ids of everything else have. */
const ID = /^(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

const withAll = (sectors: readonly SectorDraft[], path: string): [string, SectorDraft][] =>
  sectors.flatMap((sector, index) => [
    [`${path}[${index}]`, sector] as [string, SectorDraft],
    ...withAll(sector.subsectors ?? [], `${path}[${index}].subsectors`),
  ]);

const codeOf = ({ name, code }: SectorDraft): string => code ?? slugOf(name);

/** What is wrong, by paths below `at`; shapes and lengths are read before. */
export const schemeProblems = (draft: SchemeDraft, at: string): Problem[] => {
  const all = withAll(draft.sectors, `${at}.sectors`);
  const wrong = (path: string, message: string, remedy: string): Problem =>
    problem('PAYLOAD_MALFORMED', path, message, remedy);
  return [
    ...(ID.test(draft.id)
      ? []
      : [
          wrong(
            `${at}.id`,
            `"${draft.id}" is no id of a definition.`,
            'Write it like `pt-11`: letters, digits, hyphens.',
          ),
        ]),
    ...(mayNameLanguage(draft.language)
      ? []
      : [
          wrong(`${at}.language`, 'It is not a BCP 47 language tag.', 'Write it like `en`, `pt-BR` or `ar`.'),
        ]),
    ...all.flatMap(([path, sector]) => [
      ...(ID.test(codeOf(sector))
        ? []
        : [
            wrong(
              `${path}.code`,
              `"${sector.name}" gives no code.`,
              'Give one of letters, digits and hyphens.',
            ),
          ]),
      ...(sector.mappings ?? []).flatMap(({ sector: hub }, index) =>
        isSector(hub) ? [] : [unknownSector(`${path}.mappings[${index}].sector`, hub)],
      ),
    ]),
    ...twice(draft.sectors, `${at}.sectors`),
    ...draft.sectors.flatMap(({ subsectors = [] }, index) =>
      twice(subsectors, `${at}.sectors[${index}].subsectors`),
    ),
  ];
};

const unknownSector = (path: string, sector: string): Problem =>
  problem(
    'SECTOR_UNKNOWN',
    path,
    `The hub has no sector "${sector}".`,
    'Map it to one that `tocsin sector list` lists, or to none.',
  );

const twice = (sectors: readonly SectorDraft[], path: string): Problem[] =>
  sectors.flatMap((sector, index) =>
    sectors.findIndex((each) => codeOf(each) === codeOf(sector)) === index
      ? []
      : [
          problem(
            'PAYLOAD_MALFORMED',
            `${path}[${index}]`,
            `Two sectors have the code "${codeOf(sector)}".`,
            'Give one of them another code.',
          ),
        ],
  );

/** `today`: when the mappings were made, YYYY-MM-DD. */
export const schemeFrom = (draft: SchemeDraft, addedAt: Date): GivenScheme => {
  const date = addedAt.toISOString().slice(0, 10);
  const sectorFrom = (sector: SectorDraft, prefix: string): NationalSector => {
    const id = `${prefix}${codeOf(sector)}`;
    return {
      id,
      name: sector.name,
      mappings: (sector.mappings ?? []).map(({ sector: hub, predicate }) => ({
        hub,
        predicate,
        author: draft.territory,
        date,
      })),
      subsectors: (sector.subsectors ?? []).map((each) => sectorFrom(each, `${id}/`)),
    };
  };
  const { sectors, ...facts } = draft;
  return {
    ...facts,
    checked: true,
    isFictional: false,
    sectors: sectors.map((each) => sectorFrom(each, '')),
    addedAt,
  };
};

/** How many there are, subsectors included, and how many of them map to no sector of the hub. */
export const countsOf = ({ sectors }: SchemeDraft): { readonly all: number; readonly unmapped: number } => {
  const all = withAll(sectors, '');
  return { all: all.length, unmapped: all.filter(([, { mappings = [] }]) => mappings.length === 0).length };
};
