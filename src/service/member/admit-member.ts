// Admits an organisation to the directory. Its ids are derived from its slug, so that every hub and every bundle uses
// the same ones. A member that exists already stays unchanged, since its facts may be newer.

import type { Member } from '../../domain/member.ts';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import { isSector } from '../../domain/sector.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Hub } from '../../hub.ts';

/** `clients` are slugs of members, admitted or not yet. */
export type Admission = Omit<Member, 'id' | 'identity' | 'isActive'>;

export type Admitted = { readonly member: Member; readonly isNew: boolean };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const memberId = (slug: string): string => identifierFor('member', slug);

export const admitMember = async (
  hub: Pick<Hub, 'members' | 'directory'>,
  admission: Admission,
): Promise<Outcome<Admitted>> => {
  const { slug, sectors, countries, country } = admission;
  if (!SLUG.test(slug) || slug.length > 64) {
    return refused(
      problem(
        'SLUG_MALFORMED',
        '$.slug',
        `"${slug}" is not a valid slug.`,
        'Use at most 64 of a-z, 0-9 and hyphens.',
      ),
    );
  }
  const unknown = sectors.find((sector) => !isSector(sector));
  if (unknown !== undefined) {
    return refused(
      problem(
        'SECTOR_UNKNOWN',
        '$.sectors',
        `There is no sector "${unknown}" in the hub's scheme.`,
        'Ask `sectors` for the scheme.',
      ),
    );
  }
  const malformed = [country, ...countries].find((code) => !/^[A-Z]{2}$/.test(code));
  if (malformed !== undefined) {
    return refused(
      problem(
        'COUNTRY_MALFORMED',
        '$.countries',
        `"${malformed}" is not a country code.`,
        'Use ISO 3166-1 alpha-2 in capitals.',
      ),
    );
  }
  const known = (await hub.directory.current()).bySlug.get(slug);
  if (known !== undefined) return accepted({ member: known, isNew: false });
  const member: Member = {
    ...admission,
    id: memberId(slug),
    identity: identifierFor('identity', slug),
    clients: admission.clients.map(memberId),
    isActive: true,
  };
  await hub.members.save(member);
  hub.directory.forget();
  return accepted({ member, isNew: true });
};
