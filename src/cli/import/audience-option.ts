// Reads `--to AUDIENCE` or `--keep AUDIENCE`: sectors with commas between them, or a JSON file with an audience as drafts have it.
import { existsSync } from 'node:fs';
import type { Alternative, Audience } from '../../domain/audience.ts';
import type { Problem } from '../../domain/problem.ts';
import { isSector, SECTORS } from '../../domain/sector.ts';
import { audienceProblems } from '../../domain/warning-rules.ts';
import { readUtf8File } from '../client/read-utf8-file.ts';
import { CliFault } from '../terminal/fault.ts';

export const audienceOption = (given: string, option = '--to'): Audience =>
  existsSync(given) || given.endsWith('.json') ? audienceOfFile(given) : audienceOfSectors(given, option);

const audienceOfSectors = (given: string, option: string): Audience => {
  const sectors = given
    .split(',')
    .map((sector) => sector.trim())
    .filter((sector) => sector !== '');
  const unknown = sectors.filter((sector) => !isSector(sector));
  if (sectors.length > 0 && unknown.length === 0) return { alternatives: [{ sectors }], excludes: [] };
  throw new CliFault(
    unknown.length === 0 ? `${option} names no sector.` : `There is no sector "${unknown.join('", "')}".`,
    'An audience is a list of sectors, or a file.',
    `Use some of ${SECTORS.filter(({ parent }) => parent === null)
      .map(({ id }) => id)
      .join(', ')}, or name a file such as {"alternatives": [{"sectors": ["energy"], "countries": ["XA"]}]}.`,
    2,
  );
};

const LISTS = ['sectors', 'countries', 'communities', 'kinds', 'members', 'persons'] as const;

/** The audience alone, or a draft that has one. */
const audienceOfFile = (file: string): Audience => {
  const value = parsed(file);
  const holder = isObject(value) && isObject(value['audience']) ? value['audience'] : value;
  const { alternatives, excludes = [] } = isObject(holder) ? holder : {};
  if (!Array.isArray(alternatives) || !alternatives.every(isAlternative) || !isTexts(excludes)) {
    throw new CliFault(
      `${file} has no audience.`,
      `An audience is {"alternatives": [{…}], "excludes": […]}; an alternative has lists of ${LISTS.join(', ')}.`,
      'See seeds/examples/preview.json for an example.',
      2,
    );
  }
  const audience = { alternatives, excludes };
  const [problem] = audienceProblems(audience);
  if (problem !== undefined) throw faultOf(file, problem);
  return audience;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
const isAlternative = (value: unknown): value is Alternative =>
  isObject(value) &&
  Object.entries(value).every(([name, list]) => LISTS.some((each) => each === name) && isTexts(list));

const faultOf = (file: string, { message, path, remedy }: Problem): CliFault =>
  new CliFault(`The audience in ${file} cannot be used.`, `At ${path}: ${message}`, remedy, 2);

const parsed = (file: string): unknown => {
  const text = readUtf8File(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliFault(`${file} is not JSON.`, why, 'Correct it, and try again.', 2, error);
  }
};
