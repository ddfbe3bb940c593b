// What a proposal carries, as the sentence of its kind names it. The hub has read it; here nothing is believed of its shape.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Tlp } from '../../../operations/graphql.generated.ts';
import { tlpLabel } from '../../../ui/print/strictest.ts';
import { wordsFor } from '../../../words/enum-words.ts';
import { useMay } from '../act/may.ts';
import { useMemberName } from '../members/member-names.ts';
import { type Applicant, applicantQuery } from '../members/members-query.ts';
import { usePersonName } from '../people/person-names.ts';

export type Payload = Readonly<Record<string, unknown>>;

export const textIn = (payload: Payload, name: string): string => {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
};

export const numberIn = (payload: Payload, name: string): number => {
  const value = payload[name];
  return typeof value === 'number' ? value : 0;
};

export const listIn = (payload: Payload, name: string): readonly unknown[] => {
  const value = payload[name];
  return Array.isArray(value) ? value : [];
};

/** The contract writes AMBER+STRICT with an underscore, a payload may do either. */
export const markingIn = (payload: Payload): Tlp => textIn(payload, 'marking').replace('+', '_') as Tlp;

/** Null where there is none, or it is not the reader's to see. */
export const useApplicant = (payload: Payload): Applicant | null => {
  const may = useMay();
  const id = textIn(payload, 'application');
  return useQuery({ ...applicantQuery(id), enabled: id !== '' && may('EITHER').isAllowed }).data ?? null;
};

/** The values that the sentence of a kind has places for. */
export const useWhat = (kind: string, payload: Payload): Record<string, string | number> => {
  const { i18n } = useTranslation();
  const nameOf = usePersonName();
  const memberName = useMemberName();
  const applicant = useApplicant(payload);
  const coded = (place: string, name: string): string => wordsFor(i18n, [place], name) ?? name;
  const held = (): string => {
    const scope = textIn(payload, 'scope');
    const target = textIn(payload, 'target');
    const which =
      scope === 'CLASS' ? coded('retention.class', target) : (memberName(target) ?? nameOf(target));
    // A link stands beside it: its id says nothing to anybody.
    return target === '' || scope === 'WARNING'
      ? coded('retention.scope', scope)
      : `${coded('retention.scope', scope)}: ${which}`;
  };
  return {
    application: applicant?.name ?? textIn(payload, 'application'),
    marking: tlpLabel(markingIn(payload)),
    version: numberIn(payload, 'expectedVersion'),
    id: textIn(payload, 'id'),
    territory: textIn(payload, 'territory'),
    number: listIn(payload, 'sectors').length,
    code: textIn(payload, 'code'),
    name:
      kind === 'SHORTEN_RETENTION'
        ? coded('retention.class', textIn(payload, 'name'))
        : textIn(payload, 'name'),
    part: coded('audit.value', textIn(payload, 'part')),
    person: nameOf(textIn(payload, 'person')),
    what: kind === 'LIFT_HOLD' ? textIn(payload, 'hold') : held(),
    days: numberIn(payload, 'days'),
    range: textIn(payload, 'range'),
    ports: listIn(payload, 'ports').join(', '),
  };
};
