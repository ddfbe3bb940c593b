// A value of an indicator on a warning list, from the note that the hub made of it.
import type { KnownFalsePositive } from '../../domain/known/known.ts';
import { listNamedBy, WARNING_LIST_SOURCE } from '../../exchange/warning-lists.ts';
import type { EnrichmentRow } from '../../store/context.ts';
import { textOf } from '../../store/objects.ts';

export const WARNING_LIST_SET = WARNING_LIST_SOURCE.name;

/** The note's key is the value with its kind, such as `ip:192.0.2.1`. */
export const falsePositiveOf = (note: EnrichmentRow, version: string | null): KnownFalsePositive => {
  const { abstract } = JSON.parse(textOf(note)) as { readonly abstract?: unknown };
  return {
    value: note.key.slice(note.key.indexOf(':') + 1),
    list: listNamedBy(String(abstract)) ?? String(abstract),
    source: {
      name: 'MISP warning lists',
      version: version ?? note.setVersion,
      url: WARNING_LIST_SOURCE.url,
    },
  };
};
