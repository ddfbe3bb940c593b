// Who is shown which lines of the audit trail: a member's administrator those of its member, a publisher who opened and
// exported its warnings, an operator of the hub administration and no content, and everybody its own acts.
import type { Actor } from '../domain/member.ts';
import { ACT_EVENTS, type ActEvent } from '../domain/record/act-events.ts';
import type { ActLine } from '../domain/record/act-line.ts';
import { mayHave, needsPublishingMember, type Verb } from './grants.ts';

/** What readers of warnings do, and not who administers what. */
export const OPENING_EVENTS: readonly ActEvent[] = ['warning.opened', 'warning.exported'];
/** What becomes of content is its publisher's to know, which marked it and may be unnamed. */
const CONTENT_EVENTS: readonly ActEvent[] = ACT_EVENTS.filter((event) => event.startsWith('warning.'));
const OF_THE_HUB: readonly ActEvent[] = ACT_EVENTS.filter((event) => !CONTENT_EVENTS.includes(event));

export type AuditView =
  /** Administration of the whole hub. */
  | 'HUB'
  /** What concerns the member, or what its persons and keys did. */
  | 'MEMBER'
  /** Who opened and exported what the member published. */
  | 'READERS'
  /** What the person, or the key of no person, did. */
  | 'OWN';

/** The widest first. */
const VIEWS: readonly (readonly [AuditView, Verb])[] = [
  ['HUB', 'audit.hub'],
  ['MEMBER', 'audit.member'],
  ['READERS', 'audit.readers'],
  ['OWN', 'audit.own'],
];

export const auditViews = (actor: Actor): readonly AuditView[] =>
  actor.member.isActive
    ? VIEWS.flatMap(([view, verb]) =>
        mayHave(actor, verb) && (actor.member.mayPublish || !needsPublishingMember(verb)) ? [view] : [],
      )
    : [];

/** Through which of its views the actor is shown this line; null for none. */
export const auditViewOf = (
  actor: Actor,
  line: Pick<ActLine, 'event' | 'byMember' | 'byPerson' | 'byKey' | 'members'>,
): AuditView | null => {
  const isOpening = OPENING_EVENTS.includes(line.event);
  const concerns = line.members.includes(actor.member.id);
  return (
    auditViews(actor).find((view) => {
      if (view === 'OWN')
        return actor.person === null
          ? line.byPerson === null && line.byKey === actor.key
          : line.byPerson === actor.person;
      if (view === 'HUB') return OF_THE_HUB.includes(line.event);
      if (view === 'READERS') return isOpening && concerns;
      return line.byMember === actor.member.id || (concerns && !isOpening);
    }) ?? null
  );
};

/** What a view may hold, for the query of the store; each line is asked again by `auditViewOf` (I2). */
export const auditEvents = (view: AuditView): readonly ActEvent[] | undefined => {
  if (view === 'HUB') return OF_THE_HUB;
  return view === 'READERS' ? OPENING_EVENTS : undefined;
};
