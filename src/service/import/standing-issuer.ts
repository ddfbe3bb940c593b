// The identity that stands as creator in what an advisory became here. Only the creator makes versions of an object (STIX 2.1
// §3.6), so it stays when the issuer writes its name or namespace in another way, and when an older release made it of these.
import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf } from 'stix2-ts/version';
import type { Actor } from '../../domain/member.ts';
import type { CsafAdvisory } from '../../exchange/csaf/document.ts';
import { publisherIdentity, reportIdOf } from '../../exchange/csaf/stix-shape.ts';
import type { Hub } from '../../hub.ts';
import { textOf } from '../../store/objects.ts';

/** Null where nothing of the advisory is stored, or no more. */
export const standingIssuer = async (
  hub: Pick<Hub, 'objects'>,
  actor: Actor,
  advisory: CsafAdvisory,
): Promise<StixObject | null> => {
  const report = await newestOwn(hub, actor, reportIdOf(advisory));
  const creator = report === null ? null : creatorOf(report);
  if (creator === null) return null;
  return (await newestOwn(hub, actor, creator)) ?? { ...publisherIdentity(advisory), id: creator };
};

/** As the member itself brought it: nothing of others is read. */
const newestOwn = async (
  { objects }: Pick<Hub, 'objects'>,
  { member }: Actor,
  id: string,
): Promise<StixObject | null> => {
  const own = (await objects.keysBeside(member.id, [id])).filter(({ source }) => source === member.id);
  const newest = own.toSorted((one, other) => (other.ordinal ?? 0) - (one.ordinal ?? 0))[0];
  const [row] = newest === undefined ? [] : await objects.byIds([newest._id]);
  const text = row === undefined ? '' : textOf(row);
  return text === '' ? null : (JSON.parse(text) as StixObject);
};
