// The answers of members to a warning over all its versions. Each is of a delivery that the reader has: its own, or one that
// was answered, which its publisher always sees (I32).
import { answersIn, type Delivery, deliveryId, type GivenAnswer } from '../../domain/delivery.ts';
import type { Hub } from '../../hub.ts';
import { type DeliveryRow, NAMELESS } from '../../store/deliveries.ts';

export type AnswerToVersion = GivenAnswer & { readonly version: number };

/** Versions that are looked at, and answers that are shown. */
const MOST_VERSIONS = 20;
const MOST_SHOWN = 50;

type Deps = Pick<Hub, 'deliveries'>;
type Asked = Pick<Delivery, 'warning' | 'version' | 'member' | 'channel' | 'organisation'>;

/** Answers with a name are not shown of an organisation without one, nor the reverse; its recipient sees all of its own. */
const isShownWith = (
  { member, organisation }: Asked,
  reader: string,
  { isListed }: Pick<DeliveryRow, 'isListed'>,
): boolean => member === reader || (isListed === NAMELESS) === (organisation !== undefined);

const idsUpTo = ({ warning, version, member, channel }: Asked): string[] =>
  Array.from({ length: Math.min(version, MOST_VERSIONS) }, (_, back) =>
    deliveryId(warning, version - back, member, channel),
  );

/**
 * For each delivery what its member answered to this version and to former ones, newest first, at most 50, as `reader` (id of
 * a member) may see it.
 */
export const readAnswers = async (
  { deliveries }: Deps,
  reader: string,
  asked: readonly Asked[],
): Promise<readonly AnswerToVersion[][]> => {
  const rows = await deliveries.byIds([...new Set(asked.flatMap(idsUpTo))]);
  const byId = new Map(rows.map((row) => [row._id, row]));
  const answersFrom = (id: string, of: Asked): AnswerToVersion[] => {
    const row = byId.get(id);
    if (row === undefined || !isShownWith(of, reader, row)) return [];
    const { version } = row;
    const isNameless = of.organisation !== undefined;
    return answersIn(row).map(({ site, ...each }) => ({
      ...each,
      ...(isNameless ? { by: null } : site === undefined ? {} : { site }),
      version,
    }));
  };
  return asked.map((of) =>
    idsUpTo(of)
      .flatMap((id) => answersFrom(id, of))
      .sort((one, other) => other.at.getTime() - one.at.getTime())
      .slice(0, MOST_SHOWN),
  );
};

/** What the member answered last to a version before this one, and to which; null where it did not. */
export const lastAnswerTo = async (
  hub: Deps,
  member: string,
  { id: warning, version }: { readonly id: string; readonly version: number },
): Promise<Pick<AnswerToVersion, 'answer' | 'version'> | null> => {
  if (version === 1) return null;
  const [answers] = await readAnswers(hub, member, [
    { warning, version: version - 1, member, channel: 'FEED' },
  ]);
  return answers?.[0] ?? null;
};
