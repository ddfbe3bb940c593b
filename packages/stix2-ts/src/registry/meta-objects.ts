// Language content, marking definitions and extension definitions (STIX 2.1 §7).
import { free, listOf, type RecordShape, refTo, required, string, timestamp } from './kinds.ts';
import { extensionType, markingType } from './vocabularies.ts';

export const languageContent: RecordShape = {
  name: 'language-content',
  section: '7.1.1',
  properties: {
    object_ref: required(refTo('any')),
    object_modified: timestamp,
    contents: required({ is: 'contents' }),
  },
};

export const markingDefinition: RecordShape = {
  name: 'marking-definition',
  section: '7.2.1',
  properties: { name: string, definition_type: markingType, definition: free },
  rules: [
    { rule: 'someOf', names: ['definition_type', 'extensions'] },
    { rule: 'needs', name: 'definition_type', others: ['definition'] },
    { rule: 'needs', name: 'definition', others: ['definition_type'] },
  ],
};

export const extensionDefinition: RecordShape = {
  name: 'extension-definition',
  section: '7.3.1',
  properties: {
    name: required(string),
    description: string,
    schema: required(string),
    version: required(string),
    extension_types: required(listOf(extensionType)),
    extension_properties: listOf(string),
  },
};
