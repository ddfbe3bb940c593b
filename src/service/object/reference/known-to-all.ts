// Ids that stand for nothing hidden, whoever reads them: the predefined markings, the hub's own identity, and the
// identities of members, which the directory already holds. Whether a publisher is named is decided elsewhere (view.ts).
import { predefinedMarking } from 'stix2-ts/marking';
import type { Directory } from '../../../domain/directory.ts';
import { HUB_IDENTITY } from '../../../exchange/warning-extension.ts';

export const isKnownToAll = ({ byIdentity }: Directory, id: string): boolean =>
  id === HUB_IDENTITY || byIdentity.has(id) || predefinedMarking(id) !== null;
