// What a check of a shape says, in words of a person instead of a program's.

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a group of fields',
  record: 'a group of fields',
  array: 'a list',
  date: 'a date',
  null: 'empty',
};

const wordOf = (type: string): string => WORDS[type] ?? type;

/** One sentence. `message`: as Zod writes it; what is not known here stays as it is. */
export const plainIssue = (message: string): string => {
  const [, expected, received] = /^Invalid input: expected (.+), received (.+)$/.exec(message) ?? [];
  if (expected !== undefined && received !== undefined)
    return received === 'undefined'
      ? `It is missing: ${wordOf(expected)} is asked for.`
      : `This is ${wordOf(received)}, and ${wordOf(expected)} is asked for.`;
  const [, fields] = /^Unrecognized keys?: (.+)$/.exec(message) ?? [];
  if (fields !== undefined) return `There is no such field here: ${fields.replaceAll('"', '')}.`;
  const [, options] = /^Invalid option: expected one of (.+)$/.exec(message) ?? [];
  if (options !== undefined)
    return `Only these are known here: ${options.replaceAll('"', '').replaceAll('|', ', ')}.`;
  const [, what, limit, unit] =
    /^Too (?:big|small): expected (\w+) to (?:have|be) ([<>]=?\d+)(.*)$/.exec(message) ?? [];
  if (limit !== undefined)
    return `${sizeOf(limit)}${unit ?? ''} ${what === 'array' ? 'are' : 'is'} asked for.`;
  return message.endsWith('.') ? message : `${message}.`;
};

const sizeOf = (limit: string): string => {
  const number = limit.replace(/^[<>]=?/, '');
  if (limit.startsWith('<=')) return `At most ${number}`;
  if (limit.startsWith('>=')) return `At least ${number}`;
  return limit.startsWith('<') ? `Less than ${number}` : `More than ${number}`;
};
