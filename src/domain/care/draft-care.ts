// What is accepted in a draft and is likely a slip: a time for something to do that is over or after the warning's end, a State that
// nobody knows, a CVE that is none, a translation that covers a part of what is to be done. None of it stops a warning. Pure.
import type { Draft, PracticeDraft, WarningDraft } from '../warning.ts';

export type DraftCareCode =
  | 'ACTION_BY_PAST'
  | 'ACTION_BY_AFTER_END'
  | 'COUNTRY_UNKNOWN'
  | 'CVE_MALFORMED'
  | 'TRANSLATION_INCOMPLETE';

export type DraftCare = { readonly code: DraftCareCode; readonly path: string; readonly message: string };

export type Written = Pick<
  Draft,
  'kind' | 'translations' | 'countriesConcerned' | 'externalReferences' | 'audience' | 'language'
> &
  Partial<Pick<WarningDraft, 'actions' | 'validUntil'> & Pick<PracticeDraft, 'steps'>>;

/** `known`: States of members that the publisher may know; they count although no list has them. */
export const draftCare = (draft: Written, known: ReadonlySet<string>, now: Date): DraftCare[] => [
  ...actionsOf(draft).flatMap(({ by }, at) =>
    by === null ? [] : timeCare(`$.actions[${at}].by`, by, { ends: draft.validUntil ?? null, now }),
  ),
  ...draft.translations.flatMap((translation, at) => incomplete(draft, translation, at)),
  ...countryCare('$.countriesConcerned', draft.countriesConcerned, known),
  ...draft.audience.alternatives.flatMap(({ countries = [] }, at) =>
    countryCare(`$.audience.alternatives[${at}].countries`, countries, known),
  ),
  ...draft.externalReferences.flatMap(({ source, id }, at) =>
    source.toLowerCase() === 'cve' && id !== null && !CVE.test(id)
      ? [
          care(
            'CVE_MALFORMED',
            `$.externalReferences[${at}].id`,
            `"${id}" is no id of a CVE (CVE-2024-3400): nobody finds this by it.`,
          ),
        ]
      : [],
  ),
];

type Time = { readonly ends: string | null; readonly now: Date };

const timeCare = (path: string, by: string, { ends, now }: Time): DraftCare[] => {
  if (Date.parse(by) <= now.getTime())
    return [care('ACTION_BY_PAST', path, `The time for this, ${by}, is over.`)];
  if (ends === null || Date.parse(by) <= Date.parse(ends)) return [];
  const message = `The time for this, ${by}, is after the end of the warning, ${ends}.`;
  return [care('ACTION_BY_AFTER_END', path, message)];
};

const CVE = /^CVE-\d{4}-\d{4,19}$/;

const actionsOf = ({ kind, actions = [] }: Written) => (kind === 'WARNING' ? actions : []);

const incomplete = (
  draft: Written,
  { language, actions }: Written['translations'][number],
  at: number,
): DraftCare[] => {
  const wanted = draft.kind === 'WARNING' ? actionsOf(draft).length : (draft.steps ?? []).length;
  if (actions.length === wanted) return [];
  const rest =
    actions.length < wanted
      ? `whoever reads ${language} gets the others in ${draft.language}`
      : 'it has more';
  const message = `The translation has ${actions.length} of ${wanted} things to do; ${rest}. Give one text for each, in the same order.`;
  return [care('TRANSLATION_INCOMPLETE', `$.translations[${at}].actions`, message)];
};

const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Of ISO 3166-1; former codes and such as UK lead to another one. */
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && NAMES.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;

/** Codes without a State, which a name stands for all the same. */
const NO_STATE = /^(?:AA|EU|EZ|UN|X[A-JL-Z]|Q[M-Z]|ZZ)$/;

const countryCare = (path: string, countries: readonly string[], known: ReadonlySet<string>): DraftCare[] =>
  countries.flatMap((code, at) =>
    // What is not written as a code is refused.
    !/^[A-Z]{2}$/.test(code) || known.has(code) || (isCountry(code) && !NO_STATE.test(code))
      ? []
      : [
          care(
            'COUNTRY_UNKNOWN',
            `${path}[${at}]`,
            `There is no State ${code} in ISO 3166-1, and no member of it that you may know of.`,
          ),
        ],
  );

const care = (code: DraftCareCode, path: string, message: string): DraftCare => ({ code, path, message });
