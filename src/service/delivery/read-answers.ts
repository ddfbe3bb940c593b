// The answers of members to a warning over all its versions. Each is of a delivery that the reader has: its own, or one that
// was answered, which its publisher always sees (I32).
import {
  type AcknowledgementAnswer,
  answersIn,
  type Delivery,
  deliveryId,
  type GivenAnswer,
} from '../../domain/delivery.ts';
import type { Hub } from '../../hub.ts';

export type AnswerToVersion = GivenAnswer & { readonly version: number };

/** Versions that are looked at, and answers that are shown. */
const MOST_VERSIONS = 20;
const MOST_SHOWN = 50;

type Deps = Pick<Hub, 'deliveries'>;
type Asked = Pick<Delivery, 'warning' | 'version' | 'member' | 'channel'>;

const idsUpTo = ({ warning, version, member, channel }: Asked): string[] =>
  Array.from({ length: Math.min(version, MOST_VERSIONS) }, (_, back) =>
    deliveryId(warning, version - back, member, channel),
  );

/** For each delivery what its member answered to this version and to former ones, newest first, at most 50. */
export const readAnswers = async (
  { deliveries }: Deps,
  asked: readonly Asked[],
): Promise<readonly AnswerToVersion[][]> => {
  const ids = asked.map(idsUpTo);
  const rows = await deliveries.byIds([...new Set(ids.flat())]);
  const byId = new Map(
    rows.map((row) => [row._id, answersIn(row).map((each) => ({ ...each, version: row.version }))]),
  );
  return ids.map((each) =>
    each
      .flatMap((id) => byId.get(id) ?? [])
      .sort((one, other) => other.at.getTime() - one.at.getTime())
      .slice(0, MOST_SHOWN),
  );
};

/** What the member answered last to a version before this one; null where it did not. */
export const lastAnswerTo = async (
  hub: Deps,
  member: string,
  { id: warning, version }: { readonly id: string; readonly version: number },
): Promise<AcknowledgementAnswer | null> => {
  if (version === 1) return null;
  const [answers] = await readAnswers(hub, [{ warning, version: version - 1, member, channel: 'FEED' }]);
  return answers?.[0]?.answer ?? null;
};
