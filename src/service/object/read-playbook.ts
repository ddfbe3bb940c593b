// The CACAO playbook of an object that one may see, as steps: as readable as the object, being nothing but its content.
import { type Playbook, playbookOf } from '../../exchange/cacao/playbook.ts';
import type { VisibleObject } from './visible-object.ts';

export const readPlaybook = ({ object }: VisibleObject): Playbook | null => playbookOf(object);
