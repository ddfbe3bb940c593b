// Checks a draft against the shapes of the contract's inputs, all of it at once, and fills the gaps, so that the hub can check
// the rest in the same go: a missing field hides no other fault.
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import { instantMs, lacksZone } from '../../domain/reading/instant.ts';
import { INPUT_SHAPES } from '../../operations/input-shapes.generated.ts';
import { meant } from '../terminal/nearest.ts';

export type InputName =
  | 'PublishWarningInput'
  | 'UpdateWarningInput'
  | 'PublishPracticeInput'
  | 'UpdatePracticeInput';

type Shape = { readonly type: string; readonly isList: boolean; readonly isRequired: boolean };
type Fields = Readonly<Record<string, Shape>>;
const INPUTS: Readonly<Record<string, Fields>> = INPUT_SHAPES.inputs;
const ENUMS: Readonly<Record<string, readonly string[]>> = INPUT_SHAPES.enums;

export type CheckedShape = {
  readonly problems: readonly Problem[];
  /** The draft with stand-ins in place of what is missing or wrong. Never sent to be published. */
  readonly filled: Readonly<Record<string, unknown>>;
  /** Where the stand-ins are: what the hub finds there is about them. */
  readonly stoodIn: readonly string[];
};

const NEW = 'tocsin warning new shows every field with what it means.';

export const checkShape = (draft: Readonly<Record<string, unknown>>, name: InputName): CheckedShape => {
  const problems: Problem[] = [];
  const stoodIn: string[] = [];
  const found = (path: string, code: Problem['code'], message: string, remedy: string): void => {
    problems.push(problem(code, path, message, remedy));
    stoodIn.push(path);
  };

  const objectOf = (value: Readonly<Record<string, unknown>>, fields: Fields, path: string) => {
    const filled: Record<string, unknown> = {};
    for (const field of Object.keys(value)) {
      if (Object.hasOwn(fields, field)) continue;
      const said = `There is no field "${field}" here.${meant(field, Object.keys(fields))}`;
      found(`${path}.${field}`, 'FIELD_UNKNOWN', said, NEW);
    }
    for (const [field, shape] of Object.entries(fields)) {
      const given = value[field];
      if (given !== undefined && given !== null) filled[field] = givenOf(given, shape, `${path}.${field}`);
      else if (shape.isRequired) {
        found(`${path}.${field}`, 'FIELD_MISSING', `The field "${field}" is missing.`, expectedIn(shape));
        filled[field] = standInFor(shape);
      }
    }
    return filled;
  };

  const givenOf = (given: unknown, shape: Shape, path: string): unknown => {
    if (!shape.isList) return itemOf(given, shape, path);
    if (Array.isArray(given)) return given.map((each, at) => itemOf(each, shape, `${path}[${at}]`));
    // GraphQL reads a single value as a list of one.
    return [itemOf(given, shape, path)];
  };

  const itemOf = (given: unknown, shape: Shape, path: string): unknown => {
    const { type } = shape;
    const fields = INPUTS[type];
    if (fields !== undefined) {
      if (isObject(given)) return objectOf(given, fields, path);
      found(path, 'VALUE_OF_WRONG_TYPE', `This is ${kindOf(given)}, not a group of fields.`, NEW);
      return standInFor({ ...shape, isList: false });
    }
    const values = ENUMS[type];
    const isRight = values === undefined ? isScalar(type, given) : values.includes(wordOf(given));
    if (isRight) return values === undefined ? given : wordOf(given);
    if (values === undefined || typeof given !== 'string') {
      const lacks = type === 'DateTime' && typeof given === 'string' && lacksZone(given);
      const said = `This is ${kindOf(given)}${lacks ? ', an instant without its zone' : ''}.`;
      found(path, 'VALUE_OF_WRONG_TYPE', said, expectedIn(shape));
    } else
      found(path, 'VALUE_UNKNOWN', `"${given}" is not known here.${meant(given, values)}`, expectedIn(shape));
    return standInFor({ ...shape, isList: false });
  };

  const filled = objectOf(draft, INPUTS[name] ?? {}, '$');
  // Whether an answer is asked for follows from the level: a stand-in of it says nothing of the time.
  if (stoodIn.includes('$.level')) stoodIn.push('$.answerBy');
  return { problems, filled, stoodIn };
};

/** Problems that are not about a stand-in. */
export const besides = <Found extends Pick<Problem, 'path'>>(
  found: readonly Found[],
  stoodIn: readonly string[],
): Found[] =>
  found.filter(
    ({ path }) =>
      !stoodIn.some(
        (place) => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`),
      ),
  );

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `amber+strict`, `TLP:AMBER+STRICT` and AMBER_STRICT are one word of an enum. */
const wordOf = (given: unknown): string =>
  typeof given === 'string' ? given.trim().toUpperCase().replace(/^TLP:/, '').replaceAll(/[-+ ]/g, '_') : '';

const isScalar = (type: string, given: unknown): boolean => {
  if (type === 'JSON') return true;
  if (type === 'Boolean') return typeof given === 'boolean';
  if (type === 'Int') return Number.isInteger(given);
  if (type === 'Float') return typeof given === 'number';
  return typeof given === 'string' && (type !== 'DateTime' || !Number.isNaN(instantMs(given)));
};

const kindOf = (given: unknown): string => {
  if (given === null) return 'empty';
  if (Array.isArray(given)) return 'a list';
  if (typeof given === 'object') return 'a group of fields';
  return typeof given === 'boolean'
    ? `the truth value ${given}`
    : typeof given === 'number'
      ? `the number ${given}`
      : `the text "${String(given).slice(0, 60)}"`;
};

const SCALARS: Readonly<Record<string, string>> = {
  Boolean: 'Write true or false.',
  DateTime:
    'Write an instant with seconds and its zone, such as 2030-01-31T18:00:00Z or 2030-01-31T19:00:00+01:00.',
  Float: 'Write a number.',
  Int: 'Write a whole number.',
};

const expectedIn = ({ type, isList }: Shape): string => {
  const values = ENUMS[type];
  if (values !== undefined) return `Use ${isList ? 'some' : 'one'} of ${values.join(', ')}.`;
  if (INPUTS[type] !== undefined || isList) return NEW;
  return SCALARS[type] ?? 'Write a text; one that looks like a number goes in quotes.';
};

const standInFor = ({ type, isList }: Shape): unknown => {
  if (isList) return [];
  const fields = INPUTS[type];
  if (type === 'AudienceInput') return { alternatives: [{}] };
  if (fields !== undefined)
    return Object.fromEntries(
      Object.entries(fields).flatMap(([name, shape]) =>
        shape.isRequired ? [[name, standInFor(shape)]] : [],
      ),
    );
  const stands: Readonly<Record<string, unknown>> = {
    Boolean: false,
    DateTime: '2999-01-01T00:00:00Z',
    Float: 0,
    Int: 1,
    JSON: null,
  };
  return ENUMS[type]?.[0] ?? (type in stands ? stands[type] : '-');
};
