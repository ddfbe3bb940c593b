// What each part of the form gets: the form, how to change it, and what is wrong at a path of the input.
import type { Fault } from '../../ui/act/sentences.ts';
import type { Form } from './form.ts';

export type Edit = {
  readonly form: Form;
  readonly set: (changes: Partial<Form>) => void;
  readonly faults: (path: string) => readonly Fault[];
};
