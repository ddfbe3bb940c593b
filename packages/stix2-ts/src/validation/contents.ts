// The contents of language-content (STIX 2.1 §7.1.1): translations of properties by language.
import { isRecord } from '../stix-object.ts';
import { isLanguage } from './forms.ts';
import { checkFree } from './free-content.ts';
import { error, nameOf, type Run, shown, within } from './run.ts';

const PROPERTY_NAME = /^[a-z0-9_]{3,250}$/;

export function checkContents(value: unknown, run: Run) {
  if (!isRecord(value))
    return error(run, 'WRONG_KIND', '7.1.1', `is ${nameOf(value)}; give translations by language`);
  if (Object.keys(value).length === 0)
    return error(run, 'EMPTY_DICTIONARY', '2.3', 'is empty; give a translation');
  for (const [language, texts] of Object.entries(value)) {
    within(run, language, () => checkLanguage(language, texts, run));
  }
}

function checkLanguage(language: string, texts: unknown, run: Run) {
  if (!isLanguage(language)) {
    error(run, 'LANGUAGE_INVALID', '7.1.1', `${shown(language)} is not a language tag of RFC 5646`);
  }
  if (!isRecord(texts))
    return error(run, 'WRONG_KIND', '7.1.1', `is ${nameOf(texts)}; give texts by property`);
  if (Object.keys(texts).length === 0)
    return error(run, 'EMPTY_DICTIONARY', '2.3', 'is empty; give a translation, or leave the language out');
  for (const [name, text] of Object.entries(texts)) {
    within(run, name, () => {
      if (!PROPERTY_NAME.test(name)) error(run, 'PROPERTY_NAME', '7.1.1', 'is not the name of a property');
      checkFree(text, run);
    });
  }
}
