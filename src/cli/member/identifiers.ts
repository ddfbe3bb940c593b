// `--identifier TYPE=VALUE`, as often as there are: what registers know an organisation by.
import { InvalidArgumentError } from 'commander';

export type MemberIdentifier = { readonly type: string; readonly value: string };

/** For commander: adds one to those before it. */
export const identifiers = (
  text: string,
  before: readonly MemberIdentifier[] | undefined,
): MemberIdentifier[] => {
  const at = text.indexOf('=');
  const type = text.slice(0, Math.max(0, at)).toUpperCase();
  if (!['REGISTRATION', 'LEI', 'DUNS'].includes(type))
    throw new InvalidArgumentError('Write it as registration=…, lei=… or duns=….');
  return [...(before ?? []), { type, value: text.slice(at + 1) }];
};
