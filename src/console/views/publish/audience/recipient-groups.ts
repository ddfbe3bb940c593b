// Who would have it, in the order in which a publisher looks: whom the audience addresses, then whom it reaches through others.
import type { PreviewQuery, ReasonKind } from '../../../operations/graphql.generated.ts';

type Previewed = NonNullable<PreviewQuery['audiencePreview']['preview']>['receives'][number];

export type Group<Row> = { readonly kind: ReasonKind; readonly of: readonly Row[] };

const KINDS = ['DIRECT', 'DEPENDENCY', 'CLIENT', 'HELD', 'RELATION', 'OWN'] as const satisfies ReasonKind[];

type Row = Pick<Previewed, 'reason' | 'member'>;

/** The sooner it is felt the further on top; then by name. */
const inOrder = (one: Row, other: Row): number =>
  (one.reason.hoursToEffect ?? Number.POSITIVE_INFINITY) -
    (other.reason.hoursToEffect ?? Number.POSITIVE_INFINITY) ||
  one.member.name.localeCompare(other.member.name);

/** Only those in which somebody is. */
export const groupsOf = <Each extends Row>(receives: readonly Each[]): Group<Each>[] =>
  KINDS.map((kind) => ({
    kind,
    of: receives.filter(({ reason }) => reason.kind === kind).toSorted(inOrder),
  })).filter(({ of }) => of.length > 0);
