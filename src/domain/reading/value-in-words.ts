/** The value of an enum as a person reads it: OBJECTION_WINDOW is "objection window". */
export const valueInWords = (value: string): string => value.toLowerCase().replaceAll('_', ' ');
