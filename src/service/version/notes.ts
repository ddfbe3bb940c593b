// What a publisher should know of a version that is accepted all the same: it drops translations, or it is what was
// published a moment ago. A note is reported as a finding; nothing was changed.
import type { Finding } from 'stix2-ts/validate';
import type { Audience } from '../../domain/audience.ts';
import { type DraftCareCode, draftCare } from '../../domain/care/draft-care.ts';
import type { Care, CareCode } from '../../domain/care/publish-care.ts';
import { type Directory, directorySeenBy } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Draft, Translation } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { type RecentVersionsDeps, recentVersions } from '../audience/recent-versions.ts';

type NoteCode = 'PUBLISHED_BEFORE' | 'TRANSLATION_DROPPED' | CareCode | DraftCareCode;

/** Like a finding about STIX, with a code of its own and no section. */
export type VersionNote = Omit<Finding, 'code'> & { readonly code: NoteCode };

const note = (code: NoteCode, path: string, message: string): VersionNote => ({
  level: 'warning',
  code,
  path,
  section: '',
  message,
});

/** What a publisher should think of, as findings. */
export const careNotes = (found: readonly Care[]): VersionNote[] =>
  found.map(({ code, path, message }) => note(code, path, message));

/** Likely slips of a draft; States of members count as far as this member may know of them (I32). */
export const draftNotes = (
  draft: Draft,
  { directory, member, now }: { readonly directory: Directory; readonly member: string; readonly now: Date },
): VersionNote[] => {
  const { members } = directorySeenBy(directory, member);
  const known = new Set([...members.values()].flatMap(({ country, countries }) => [country, ...countries]));
  return draftCare(draft, known, now).map(({ code, path, message }) => note(code, path, message));
};

type Texts = { readonly language: string; readonly translations: readonly Translation[] };

/** The languages of the version before that a correction no longer has. */
export const droppedTranslations = (before: Texts, after: Texts): VersionNote[] => {
  const kept = new Set([after.language, ...after.translations.map(({ language }) => language)]);
  const dropped = [before.language, ...before.translations.map(({ language }) => language)].filter(
    (language) => !kept.has(language),
  );
  if (dropped.length === 0) return [];
  const message = `The version before could be read in ${dropped.join(', ')}; this one cannot.`;
  return [note('TRANSLATION_DROPPED', '$.translations', message)];
};

/** How long ago the same counts as a repetition. */
const RECENT_MS = 10 * 60_000;

/** Whether this publisher published the same texts under the same marking to the same audience in the last ten minutes. */
export const publishedBefore = async (
  hub: RecentVersionsDeps & Pick<Hub, 'clock'>,
  actor: Actor,
  draft: Draft,
  /** With ids in place of slugs. */
  audience: Audience,
): Promise<VersionNote[]> => {
  const now = hub.clock.now().getTime();
  const whom = JSON.stringify(audience);
  const recent = await recentVersions(hub, actor.member.id, new Date(now - RECENT_MS));
  const same = recent.find(
    ({ content: { summary, access } }) =>
      summary.version === 1 &&
      summary.kind === draft.kind &&
      summary.headline === draft.headline &&
      summary.summary === draft.summary &&
      summary.exercise === draft.exercise &&
      // The same words for others are no repetition.
      access.tlp === draft.marking &&
      JSON.stringify(access.audience) === whom,
  );
  if (same === undefined) return [];
  const minutes = Math.round((now - same.at.getTime()) / 60_000);
  const ago =
    minutes < 1 ? 'less than a minute ago' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`;
  return [note('PUBLISHED_BEFORE', '$', `You published this ${ago}, as ${same.warning}.`)];
};
