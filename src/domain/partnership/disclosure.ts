// Disclosure: what the members are told of each other. An unlisted member and the roll of a closed community are absent for
// those who are not told; policy/naming.ts says what follows for a publisher.
import type { Disclosure, Member } from '../member.ts';
import type { Community } from './community.ts';

export type Disclosed = {
  readonly members: ReadonlyMap<string, Member>;
  readonly communities: ReadonlyMap<string, Community>;
};

/** Whether `onlooker` (id of a member) is told which members are in the community. A slug without a community is open. */
export const isRollShownTo = (
  { members, communities }: Disclosed,
  slug: string,
  onlooker: string,
): boolean => {
  const community = communities.get(slug);
  if (community === undefined || community.roll === 'PARTNERSHIP') return true;
  const looking = members.get(onlooker);
  if (looking?.isActive !== true) return false;
  if (community.managers.includes(onlooker)) return true;
  return community.roll === 'COMMUNITY' && looking.communities.includes(slug);
};

/**
 * Whether `onlooker` (id of a member) is told that the member exists. Who joins a community by itself shows itself to those
 * who are in it and see its roll; a rule shows nobody.
 */
export const isListedTo = (disclosed: Disclosed, member: Member, onlooker: string): boolean => {
  if (member.isUnlisted !== true || member.id === onlooker) return true;
  const looking = disclosed.members.get(onlooker);
  if (looking?.isActive !== true) return false;
  if (member.listedTo?.includes(onlooker) === true) return true;
  return member.communities.some((slug) => {
    const community = disclosed.communities.get(slug);
    if (community === undefined || community.rule !== null) return false;
    const isTogether = looking.communities.includes(slug) || community.managers.includes(onlooker);
    return isTogether && isRollShownTo(disclosed, slug, onlooker);
  });
};

/** Whether nobody active is in the community, of those that somebody is told of: the others make no difference. */
export const isEmptyOf = (
  { members }: Pick<Disclosed, 'members'>,
  slug: string,
  isTold: (member: Member) => boolean,
): boolean =>
  [...members.values()].every(
    (member) => !member.isActive || !member.communities.includes(slug) || !isTold(member),
  );

const hiding = new WeakMap<Disclosed, boolean>();

/** Whether anything is hidden from anybody; where nothing is, nobody needs to ask. */
export const isAnythingHidden = (disclosed: Disclosed): boolean => {
  const known = hiding.get(disclosed);
  if (known !== undefined) return known;
  const isHiding =
    [...disclosed.members.values()].some(({ isUnlisted }) => isUnlisted === true) ||
    [...disclosed.communities.values()].some(({ roll }) => roll !== 'PARTNERSHIP');
  hiding.set(disclosed, isHiding);
  return isHiding;
};

/** For an actor or candidate of the member; nothing where nothing is hidden from anybody. */
export const disclosureOf = (disclosed: Disclosed, member: Member): { readonly disclosure?: Disclosure } =>
  isAnythingHidden(disclosed)
    ? {
        disclosure: {
          isListedTo: (onlooker) => isListedTo(disclosed, member, onlooker),
          isRollShownTo: (slug, onlooker) => isRollShownTo(disclosed, slug, onlooker),
          isToldOf: (other) => isListedTo(disclosed, other, member.id),
        },
      }
    : {};
