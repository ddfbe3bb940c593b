// Which ids in an object stand for something that its readers may not be allowed to know. They are fixed when the object
// is published, from what its publisher may read, and stored as one text with the object's row (I30). Ids that the
// publisher could not read are its own words: they are not listed here, and go out unchanged.
import { identifiersIn } from 'stix2-ts/references';
import type { StixObject } from 'stix2-ts/stix-object';

/** What becomes of the object for a reader who may not have the reference. */
export type ReferenceRole =
  /** The object is withheld. */
  | 'FIXED'
  /** An element of `object_refs` of a report or grouping: left out of the reader's copy. */
  | 'MEMBER'
  /** The creator of a report or grouping: a copy has another. */
  | 'CREATOR';

export type ListedReference = { readonly id: string; readonly role: ReferenceRole };

export type ListedReferences = {
  /** To objects of the version that brought this one which each of that version's readers may read. */
  readonly within: readonly ListedReference[];
  /** All others. */
  readonly beyond: readonly ListedReference[];
  /** Whether a report or grouping refers to something that is not listed, so that no copy of it is empty. */
  readonly isNeverEmpty: boolean;
};

const SIGNS: Readonly<Record<ReferenceRole, string>> = { FIXED: '', MEMBER: '~', CREATOR: '^' };
const NEVER_EMPTY = '+';

const textOf = (references: readonly ListedReference[]): string =>
  references.map(({ id, role }) => `${SIGNS[role]}${id}`).join(' ');

/** `|` for an object without listed references: it is what most rows hold, and differs from a row without the field. */
export const referencesText = ({ within, beyond, isNeverEmpty }: ListedReferences): string =>
  `${textOf(within)}|${textOf(beyond)}${isNeverEmpty ? NEVER_EMPTY : ''}`;

const listIn = (text: string): ListedReference[] =>
  text === ''
    ? []
    : text.split(' ').map((each) => {
        if (each.startsWith(SIGNS.MEMBER)) return { id: each.slice(1), role: 'MEMBER' };
        if (each.startsWith(SIGNS.CREATOR)) return { id: each.slice(1), role: 'CREATOR' };
        return { id: each, role: 'FIXED' };
      });

export const NO_REFERENCES: ListedReferences = { within: [], beyond: [], isNeverEmpty: false };

/** Throws on a text that is not in this form: nothing may leave on half of the facts. */
export const referencesIn = (text: string): ListedReferences => {
  if (text === '|') return NO_REFERENCES;
  const isNeverEmpty = text.endsWith(NEVER_EMPTY);
  const [within, beyond, more] = (isNeverEmpty ? text.slice(0, -1) : text).split('|');
  if (within === undefined || beyond === undefined || more !== undefined) {
    throw new Error('The stored references of an object are not in the known form.');
  }
  return { within: listIn(within), beyond: listIn(beyond), isNeverEmpty };
};

export const isContainer = (type: string): boolean => type === 'report' || type === 'grouping';

type Mentioned = {
  /** Every id that the object holds, but its own. */
  readonly ids: readonly string[];
  /** Whether the id must be withheld from readers who may not read what it stands for. */
  readonly isListed: (id: string) => boolean;
  /** Whether each reader of the version may read what it stands for. */
  readonly isWithin: (id: string) => boolean;
};

export const listReferences = (
  object: StixObject,
  { ids, isListed, isWithin }: Mentioned,
): ListedReferences => {
  const listed = ids.filter(isListed);
  const isCopied = isContainer(object.type);
  if (listed.length === 0 && !isCopied) return NO_REFERENCES;
  const roleOf = isCopied ? rolesIn(object) : () => 'FIXED' as const;
  const references = listed.map((id) => ({ id, role: roleOf(id) }));
  const held = new Set(listed);
  return {
    within: references.filter(({ id }) => isWithin(id)),
    beyond: references.filter(({ id }) => !isWithin(id)),
    isNeverEmpty: isCopied && membersOf(object).some((id) => !held.has(id)),
  };
};

/** The stored text of an object's references. */
export const storedReferences = (object: StixObject, mentioned: Mentioned): string => {
  if (isContainer(object.type)) return referencesText(listReferences(object, mentioned));
  let [within, beyond] = ['', ''];
  for (const id of mentioned.ids) {
    if (!mentioned.isListed(id)) continue;
    if (mentioned.isWithin(id)) within += within === '' ? id : ` ${id}`;
    else beyond += beyond === '' ? id : ` ${id}`;
  }
  return `${within}|${beyond}`;
};

export const membersOf = (object: StixObject): readonly string[] => {
  const members: readonly unknown[] = Array.isArray(object['object_refs']) ? object['object_refs'] : [];
  return members.filter((id) => typeof id === 'string');
};

const rolesIn = (object: StixObject): ((id: string) => ReferenceRole) => {
  const { object_refs: _members, created_by_ref: _creator, ...rest } = object;
  const fixed = new Set(identifiersIn(rest));
  const members = new Set(membersOf(object));
  return (id) => (fixed.has(id) ? 'FIXED' : members.has(id) ? 'MEMBER' : 'CREATOR');
};
