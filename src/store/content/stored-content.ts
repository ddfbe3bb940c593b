// The only reader and writer of a version's stored text, on warnings and on feed rows. The text of a version changes only
// when it is recalled or narrowed, so text of an older release is brought to today's form on reading. Its names are older than
// the code's words and stay, since hubs of the release before read them: `envelope` holds the access facts, `card` the summary.
import { personIdOf } from '../../domain/access/former-name.ts';
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Alternative } from '../../domain/audience.ts';
import { hasDeclared, publicCascadeFor } from '../../domain/cascade/public-cascade.ts';
import { strictest } from '../../domain/marking.ts';
import { isPersonId } from '../../domain/person.ts';
import type { Summary } from '../../domain/warning.ts';
import type { Content } from '../warnings.ts';

/** The stored form. */
type StoredContent = {
  /** Older text lacks `validity` and `unnamed`: no bounds, and the publisher is named. */
  readonly envelope: AccessFacts;
  /**
   * Older text lacks `handling`: nothing is stated. It also lacks `sectorsConcerned` and `countriesConcerned`: its
   * `sectors` and `countries` are those of its audience, which readers are not shown.
   */
  readonly card: Omit<Summary, Concerned> & Partial<Pick<Summary, Concerned>> & OlderConcerned;
};
/** What the record's commitment binds, beside what is decided by since the version was recalled or narrowed. */
type Recalled = { readonly recalled?: AccessFacts };
type Concerned = 'sectorsConcerned' | 'countriesConcerned';
/** What hubs of the release before read; the next release stops writing it. */
type OlderConcerned = { readonly sectors?: readonly string[]; readonly countries?: readonly string[] };

/** Throws on a text that is not in a known form: nothing may be decided on half of the facts. */
export const contentOf = (text: string): Content => {
  const { envelope, card } = JSON.parse(text) as Partial<StoredContent>;
  if (envelope === undefined || card === undefined) {
    throw new Error('The stored content of a version lacks its access facts or its summary.');
  }
  const issuedMs = envelope.addressedMs ?? Date.parse(card.updatedAt);
  const access = { ...withPublicCascade(withPersonIds(envelope)), issuedMs };
  return { access, summary: summaryOf(card) };
};

const summaryOf = ({ sectors: _s, countries: _c, ...card }: StoredContent['card']): Summary => {
  const { sectorsConcerned = [], countriesConcerned = [] } = card;
  return { ...card, sectorsConcerned, countriesConcerned };
};

/** Finds the texts of older releases, which do not state what they concern. */
export const STATES_CONCERNED = /"sectorsConcerned":/;

/** Older text names persons by names, which stand for one person each; newer text adds them for older hubs. */
export const withPersonIds = <Facts extends Pick<AccessFacts, 'audience'>>(facts: Facts): Facts =>
  facts.audience.alternatives.some(({ persons }) => persons?.some((person) => !isPersonId(person)) === true)
    ? { ...facts, audience: { ...facts.audience, alternatives: facts.audience.alternatives.map(byIds) } }
    : facts;

const byIds = (alternative: Alternative): Alternative =>
  alternative.persons === undefined
    ? alternative
    : { ...alternative, persons: [...new Set(alternative.persons.map(personIdOf))] };

/** Older text does not tell what the public matrix adds from what members declared. */
const withPublicCascade = (access: AccessFacts): AccessFacts =>
  access.publicCascade === undefined && hasDeclared(access.cascade)
    ? { ...access, publicCascade: publicCascadeFor(access) }
    : access;

export const contentText = ({ access: { issuedMs: _, ...access }, summary }: Content): string =>
  JSON.stringify({
    envelope: access,
    card: { ...summary, sectors: summary.sectorsConcerned, countries: summary.countriesConcerned },
  } satisfies StoredContent);

/** The text of a version that was recalled: from now on nobody but its publisher reads it, on hubs of any release. */
export const closedText = (text: string): string => {
  const stored = JSON.parse(text) as StoredContent & Recalled;
  const { publisher, tlp, unnamed, exercise } = stored.envelope;
  const envelope: AccessFacts = {
    publisher,
    tlp,
    ...(unnamed === undefined ? {} : { unnamed }),
    audience: { alternatives: [], excludes: [] },
    cascade: [],
    exercise,
  };
  return JSON.stringify({
    ...stored,
    envelope,
    recalled: stored.recalled ?? stored.envelope,
  } satisfies StoredContent & Recalled);
};

/** The text of a version that was narrowed: from now on it is for those alone who keep the warning, on hubs of any release. */
export const narrowedText = (text: string, to: Narrowed): string => {
  const stored = JSON.parse(text) as StoredContent & Recalled;
  const { publicCascade: _, ...envelope } = stored.envelope;
  return JSON.stringify({
    ...stored,
    envelope: { ...envelope, ...to, tlp: strictest(envelope.tlp, to.tlp) },
    recalled: stored.recalled ?? stored.envelope,
  } satisfies StoredContent & Recalled);
};

/** What decides who keeps it. */
type Narrowed = Pick<AccessFacts, 'tlp' | 'audience' | 'cascade' | 'publicCascade'>;
