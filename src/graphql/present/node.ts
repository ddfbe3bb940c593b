// What `node(id)` may return: the types of the contract that have their own id.
import type { Delivery } from '../../domain/delivery.ts';
import type { Member } from '../../domain/member.ts';
import type { Community } from '../../domain/partnership/community.ts';
import type { Hold } from '../../domain/retention/hold.ts';
import type { Sector } from '../../domain/sector.ts';
import type { SectorScheme } from '../../domain/sector-scheme/known-schemes.ts';
import type { ShownProposal } from '../../service/approval/list-proposals.ts';
import type { ShownLine } from '../../service/audit/read-trail.ts';
import type { ReviewedPair } from '../../service/duplicate/review-duplicates.ts';
import type { VisibleObject } from '../../service/object/visible-object.ts';
import type { ShownSubscription } from '../../service/subscription/list-subscriptions.ts';
import { type StixTypeName, stixTypeName } from '../contract/stix-types.ts';
import type { ShownApplication } from './application.ts';
import type { WarningSource } from './warning.ts';

export type NodeSource =
  | WarningSource
  | Delivery
  | ShownProposal
  | Hold
  | ShownSubscription
  | ShownLine
  | VisibleObject
  | Member
  | ShownApplication
  | Community
  | ReviewedPair
  | Sector
  | SectorScheme;

type NodeType =
  | 'Warning'
  | 'Delivery'
  | 'Proposal'
  | 'Hold'
  | 'WarningSubscription'
  | 'AuditLine'
  | 'Member'
  | 'Application'
  | 'Community'
  | 'DuplicatePair'
  | 'Sector'
  | 'SectorScheme'
  | StixTypeName;

export const nodeType = (node: NodeSource): NodeType => {
  if ('whyMe' in node) return 'Warning';
  if ('mayDecide' in node) return 'Proposal';
  if ('placedBy' in node) return 'Hold';
  if ('cadence' in node) return 'WarningSubscription';
  if ('event' in node) return 'AuditLine';
  if ('channel' in node) return 'Delivery';
  if ('joining' in node) return 'Community';
  if ('needsReview' in node) return 'Application';
  if ('slug' in node) return 'Member';
  if ('score' in node) return 'DuplicatePair';
  if ('instrument' in node) return 'SectorScheme';
  return 'stix' in node ? 'Sector' : stixTypeName(node.type);
};
