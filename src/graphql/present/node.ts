// What `node(id)` may return: the types of the contract that have their own id.
import type { Delivery } from '../../domain/delivery.ts';
import type { VisibleObject } from '../../service/object/visible-object.ts';
import { type StixTypeName, stixTypeName } from '../stix-types.ts';
import type { WarningSource } from './warning.ts';

export type NodeSource = WarningSource | Delivery | VisibleObject;

export const nodeType = (node: NodeSource): 'Warning' | 'Delivery' | StixTypeName => {
  if ('whyMe' in node) return 'Warning';
  return 'channel' in node ? 'Delivery' : stixTypeName(node.type);
};
