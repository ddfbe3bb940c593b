// The steps of an object's CACAO playbook. They are as readable as the object, since they are part of its content.
import { type Playbook, playbookOf } from '../../../exchange/cacao/playbook.ts';
import type { VisibleObject } from '../visible-object.ts';

export const readPlaybook = ({ object }: VisibleObject): Playbook | null => playbookOf(object);

export type { PlaybookStep } from '../../../exchange/cacao/steps.ts';
