// The style of a severity. Colour only repeats what the word says.

const STYLES = {
  EXTREME: ['bold', 'white', 'bgRed'],
  SEVERE: ['bold', 'red'],
  MODERATE: ['yellow'],
  PRACTICE: ['cyan'],
} as const;

export const severityStyle = (severity: string) =>
  Object.hasOwn(STYLES, severity) ? [...STYLES[severity as keyof typeof STYLES]] : ['bold' as const];
