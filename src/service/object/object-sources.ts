// The sources of an object: its assertions as far as the reader may see them (assertions-of.ts), and how many of these
// sources are independent.

import type { StixObject } from 'stix2-ts/stix-object';
import { creatorOf } from 'stix2-ts/version';
import type { EffectiveTlp } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { PublisherSummary } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { mayNamePublisher } from '../../policy/view.ts';
import { textOf } from '../../store/objects.ts';
import { type Assertion, assertionsOf } from './assertions-of.ts';
import { countSources, type SourcesDeps } from './count-sources.ts';
import { tlpThrough, type VisibleObject } from './visible-object.ts';

export type ObjectTeller = {
  readonly id: string;
  readonly publisher: PublisherSummary;
  readonly tlp: EffectiveTlp | null;
  readonly warning: string;
};

export type ObjectSources = { readonly tellers: readonly ObjectTeller[]; readonly corroboration: number };

type Deps = SourcesDeps & Pick<Hub, 'entityPairs'>;

export const objectSources = async (
  hub: Deps,
  actor: Actor,
  object: VisibleObject,
): Promise<ObjectSources> => {
  // Objects made by the hub have no source.
  if (object.row === null) return { tellers: [], corroboration: 0 };
  const assertions = await assertionsOf(hub, actor, object, object.row);
  const bodies = await hub.objects.byIds(assertions.map(({ row }) => row._id));
  const creators = new Map(
    bodies.map((row) => [row._id.toHexString(), creatorOf(JSON.parse(textOf(row)) as StixObject)]),
  );
  const standing = assertions.filter(({ isRevoked }) => !isRevoked);
  const named = standing.filter(({ through }) => mayNamePublisher(actor, through.content.access));
  const namedAssertions = named.map(({ row }) => ({
    publisher: row.source,
    creator: creators.get(row._id.toHexString()) ?? null,
  }));
  const { exercise } = object.through.content.access;
  const [count = 0] = await countSources(hub, actor, [{ exercise, assertions: namedAssertions }]);
  // Unnamed publishers could all be one, or one of the named, so together they count only where no other does.
  return { tellers: assertions.map(tellerOf), corroboration: Math.max(count, Math.min(standing.length, 1)) };
};

const tellerOf = ({ row, through }: Assertion): ObjectTeller => {
  const { summary } = through.content;
  return {
    id: row.stixId,
    publisher: summary.publisher,
    tlp: tlpThrough(row, through) ?? summary.tlp,
    warning: summary.id,
  };
};
