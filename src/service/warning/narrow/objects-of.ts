// The objects that a publisher gave with a version, as they are stored: all of them, whatever this actor may hold and whatever
// was revoked since, because whoever keeps the warning keeps them. Those that the hub made of it are made anew.
import type { StixObject } from 'stix2-ts/stix-object';
import type { Actor } from '../../../domain/member.ts';
import { HUB_IDENTITY, WARNING_EXTENSION } from '../../../exchange/warning-extension.ts';
import type { Hub } from '../../../hub.ts';
import type { ObjectId } from '../../../store/connect.ts';
import { textOf } from '../../../store/objects.ts';
import type { Content } from '../../../store/warnings.ts';
import { idsOfComposed } from '../../version/compose/compose-objects.ts';
import { draftOf } from '../../version/correct-version.ts';
import { makersOf } from '../../version/marking-of.ts';

type KeptObjects = {
  /** The report of the version first, where its publisher gave one. */
  readonly objects: readonly StixObject[];
  readonly keptRows: readonly ObjectId[];
};

const BATCH = 500;

export const objectsOf = async (
  hub: Pick<Hub, 'objects'>,
  { member: publisher }: Actor,
  content: Content,
): Promise<KeptObjects> => {
  const { id, version, report } = content.summary;
  const assertion = { id, publisher, draft: draftOf(content) };
  const made = new Set([...idsOfComposed(assertion, makersOf(assertion)), HUB_IDENTITY, WARNING_EXTENSION]);
  const objects: StixObject[] = [];
  const keptRows: ObjectId[] = [];
  for await (const rows of hub.objects.walk(id, version, BATCH))
    for (const row of rows.filter(({ stixId }) => !made.has(stixId))) {
      objects.push(JSON.parse(textOf(row)) as StixObject);
      keptRows.push(row._id);
    }
  const isReport = (object: StixObject): boolean => object.id === report;
  return { objects: [...objects.filter(isReport), ...objects.filter((each) => !isReport(each))], keptRows };
};
