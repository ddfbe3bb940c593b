// A reference in a STIX object: its property and the id it names. Access to the target is decided when its field resolves,
// within the traffic of the object that refers.
import type { Partition } from '../../domain/exercise/partition.ts';

export type ReferenceSource = {
  readonly property: string;
  readonly id: string;
  readonly partition: Partition;
};
