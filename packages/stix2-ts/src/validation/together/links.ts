// Checks between an object and another one in the same bundle: translations that do not fit the translated text (STIX
// 2.1 §7.1.1), and malware families declared a variant of a sample (§4.11.2).
import { isRecord, isStixObject, type JsonRecord, type StixObject, textOf } from '../../stix-object.ts';
import { error, type Run, within } from '../run.ts';

export function checkLinks(list: readonly unknown[], run: Run): void {
  const speaking = [...list.entries()].flatMap(([index, object]) => {
    if (!isStixObject(object)) return [];
    const isVariant = object.type === 'relationship' && object['relationship_type'] === 'variant-of';
    return isVariant || object.type === 'language-content' ? [{ index, object }] : [];
  });
  if (speaking.length === 0) return;
  const byId = newest(list);
  for (const { index, object } of speaking) {
    within(run, index, () => {
      if (object.type === 'relationship') checkVariant(object, byId, run);
      else checkTranslation(object, byId, run);
    });
  }
}

/** The objects by id; null for an id with several versions, since it is unclear which one is meant. */
function newest(list: readonly unknown[]): ReadonlyMap<string, StixObject | null> {
  const byId = new Map<string, StixObject | null>();
  for (const object of list) {
    if (isStixObject(object)) byId.set(object.id, byId.has(object.id) ? null : object);
  }
  return byId;
}

type ById = ReadonlyMap<string, StixObject | null>;

function checkVariant(relationship: JsonRecord, byId: ById, run: Run): void {
  const source = byId.get(textOf(relationship, 'source_ref') ?? '');
  const target = byId.get(textOf(relationship, 'target_ref') ?? '');
  if (source?.['is_family'] !== true || target?.['is_family'] !== false) return;
  const message = 'says that a family is a variant of a sample; swap source and target';
  error(run, 'VARIANT_OF_SAMPLE', '4.11.2', message);
}

function checkTranslation(content: JsonRecord, byId: ById, run: Run): void {
  const target = byId.get(textOf(content, 'object_ref') ?? '');
  const languages = content['contents'];
  if (target === undefined || target === null || !isRecord(languages)) return;
  const version = content['object_modified'];
  if (version !== undefined && version !== target['modified']) return;
  within(run, 'contents', () => {
    for (const [language, texts] of Object.entries(languages)) {
      if (isRecord(texts)) within(run, language, () => checkTexts(texts, target, run));
    }
  });
}

/**
 * A string is translated by a string, a list by a list of equal length; properties that the object lacks are ignored.
 */
function checkTexts(texts: JsonRecord, target: JsonRecord, run: Run): void {
  for (const [name, text] of Object.entries(texts)) {
    const original = Object.hasOwn(target, name) ? target[name] : undefined;
    const fits =
      typeof original === 'string'
        ? typeof text === 'string'
        : !Array.isArray(original) || (Array.isArray(text) && text.length === original.length);
    if (fits) continue;
    const wanted = Array.isArray(original)
      ? `a list of ${original.length}, empty strings for what is left`
      : 'a string';
    within(run, name, () => error(run, 'TRANSLATION_SHAPE', '7.1.1', `must be ${wanted}, as in the object`));
  }
}
