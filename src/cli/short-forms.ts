// The forms of earlier releases, which are one word, beside the noun and verb that each stands for.

/** The forms of earlier releases, and short ones for what is typed often. */
export const SHORT_FORMS: Readonly<Record<string, readonly [noun: string, verb: string]>> = {
  watch: ['warning', 'watch'],
  feed: ['warning', 'list'],
  show: ['warning', 'show'],
  ack: ['warning', 'acknowledge'],
  preview: ['warning', 'preview'],
  publish: ['warning', 'publish'],
  cancel: ['warning', 'cancel'],
  deliveries: ['delivery', 'list'],
  init: ['hub', 'init'],
  status: ['hub', 'status'],
  restore: ['backup', 'restore'],
  refresh: ['reference-set', 'refresh'],
  migrate: ['database', 'migrate'],
};

/** The arguments with a short form in place of its noun and verb. */
export const withoutShortForm = (given: readonly string[]): string[] => {
  const [first, ...others] = given;
  if (first === undefined) return [];
  const form = Object.hasOwn(SHORT_FORMS, first) ? SHORT_FORMS[first] : undefined;
  return [...(form ?? [first]), ...others];
};
