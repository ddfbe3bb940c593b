// The fields of each kind of proposal, and the payload that they make. A kind without a form here is proposed as JSON.
import { type HandlingRule, RULES } from '../../../../ui/handling/rules.ts';
import { isNoMoment } from '../../../../ui/time/moment.ts';
import { type Alternative, alternativeOf, instant } from '../../../publish/form.ts';
import { listed } from '../../act/lists.ts';
import type { Payload } from '../payload.ts';
import { sectorsFrom } from './sector-lines.ts';

export type FieldName =
  | 'application'
  | 'warning'
  | 'expectedVersion'
  | 'marking'
  | 'audience'
  | 'include'
  | 'id'
  | 'territory'
  | 'instrument'
  | 'source'
  | 'language'
  | 'sectors'
  | 'code'
  | 'name'
  | 'latinName'
  | 'part'
  | 'person'
  | 'scope'
  | 'target'
  | 'class'
  | 'reason'
  | 'hold'
  | 'days'
  | 'range'
  | 'ports'
  | HandlingRule
  | 'end'
  | 'until';

export type Said = {
  readonly texts: Readonly<Partial<Record<FieldName, string>>>;
  readonly audience: Alternative;
};

const LOOSENED: readonly FieldName[] = [...RULES, 'end', 'until'];
export const OPTIONAL: readonly FieldName[] = ['latinName', 'audience', 'include', ...LOOSENED];

export const WITHOUT_END = 'WITHOUT_END';

const FORMS: Readonly<Record<string, readonly FieldName[]>> = {
  ADMIT_MEMBER: ['application'],
  WIDEN_MARKING: ['warning', 'expectedVersion', 'marking'],
  WIDEN_AUDIENCE: ['warning', 'expectedVersion', 'audience', 'include'],
  LOOSEN_HANDLING: ['warning', 'expectedVersion', ...LOOSENED],
  ADD_SECTOR_DEFINITION: ['id', 'territory', 'instrument', 'source', 'language', 'sectors'],
  ADD_STATE: ['code', 'name', 'latinName'],
  EXPORT_REGISTER: ['part'],
  RECOVER_LAST_ADMIN: ['person'],
  PLACE_HOLD: ['scope', 'target', 'reason'],
  LIFT_HOLD: ['hold'],
  SHORTEN_RETENTION: ['class', 'days'],
  ALLOW_RANGE: ['range', 'ports'],
  WITHDRAW_RANGE: ['range'],
};

/** Null where the kind has no form. What a hold covers says what its target is; what has no end has no other end. */
export const fieldsOf = (kind: string, { texts }: Said): readonly FieldName[] | null => {
  const fields = FORMS[kind];
  if (fields === undefined) return null;
  if (kind === 'LOOSEN_HANDLING' && texts.end === WITHOUT_END)
    return fields.filter((name) => name !== 'until');
  if (kind !== 'PLACE_HOLD') return fields;
  if (texts.scope === 'EVERYTHING') return ['scope', 'reason'];
  return texts.scope === 'CLASS' ? ['scope', 'class', 'reason'] : fields;
};

export const isFilled = (kind: string, said: Said): boolean => {
  const fields = fieldsOf(kind, said) ?? [];
  const isWhole =
    fields.every((name) => OPTIONAL.includes(name) || (said.texts[name] ?? '').trim() !== '') &&
    !(fields.includes('until') && isNoMoment(said.texts.until ?? ''));
  if (kind === 'LOOSEN_HANDLING') return isWhole && LOOSENED.some((name) => (said.texts[name] ?? '') !== '');
  if (kind !== 'WIDEN_AUDIENCE') return isWhole;
  return isWhole && (isAddressed(said) || listed(said.texts.include ?? '').length > 0);
};

const isAddressed = ({ audience }: Said): boolean => Object.keys(alternativeOf(audience)).length > 0;

const givenOf = (name: FieldName, text: string): unknown => {
  if (name === 'expectedVersion' || name === 'days') return Number(text);
  if (name === 'ports') return listed(text).map(Number);
  if (name === 'include') return listed(text);
  if (name === 'sectors') return sectorsFrom(text);
  if (name === 'end') return null;
  if (name === 'until') return instant(text);
  if (name === 'code' || name === 'territory') return text.toUpperCase();
  // As TLP writes it.
  return name === 'marking' ? text.replace('_', '+') : text;
};

export const payloadOf = (kind: string, said: Said): Payload => {
  const payload: Record<string, unknown> = {};
  for (const name of fieldsOf(kind, said) ?? []) {
    const text = (said.texts[name] ?? '').trim();
    if (name === 'audience') {
      if (isAddressed(said)) payload['alternatives'] = [alternativeOf(said.audience)];
    } else if (text !== '' || !OPTIONAL.includes(name)) payload[placeOf(kind, name)] = givenOf(name, text);
  }
  if (kind === 'LOOSEN_HANDLING') return loosenedIn(payload);
  return kind === 'PLACE_HOLD' && said.texts.scope === 'EVERYTHING' ? { ...payload, target: null } : payload;
};

const loosenedIn = ({ warning, expectedVersion, ...handling }: Record<string, unknown>): Payload => ({
  warning,
  expectedVersion,
  handling,
});

const placeOf = (kind: string, name: FieldName): string => {
  if (name === 'end') return 'until';
  if (name !== 'class') return name;
  return kind === 'PLACE_HOLD' ? 'target' : 'name';
};
