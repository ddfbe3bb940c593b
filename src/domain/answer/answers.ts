// What a member answers to a warning.
export const ACKNOWLEDGEMENTS = [
  'SEEN',
  'INVESTIGATING',
  'NOT_AFFECTED',
  'AFFECTED',
  'ACTED',
  'NEED_HELP',
] as const;
export type AcknowledgementAnswer = (typeof ACKNOWLEDGEMENTS)[number];
