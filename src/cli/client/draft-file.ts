// Reads the input of a mutation from a file, YAML or JSON; `-` is standard input. The library of YAML is a third of what
// `tocsin warning` loads, so that only those who read or write YAML wait for it.
import { documentKind } from '../../exchange/document-kind.ts';
import { CliFault } from '../terminal/fault.ts';
import { reasonOf } from './hub-client.ts';
import { fileName, readUtf8File } from './read-utf8-file.ts';

export const readDraftFile = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
  const name = fileName(file);
  const value = await parsed(name, readUtf8File(file));
  const other = OTHERS[documentKind(value) ?? ''];
  if (other !== undefined) throw new CliFault(`${name} is not a draft.`, other[0], other[1], 2);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new CliFault(`${name} is not a draft.`, 'It does not consist of named fields.', EXAMPLE, 2);
};

const WITH_BUNDLE =
  'Put it under `bundle:` of a draft, which says what to do and for whom it is (tocsin warning new). A catalogue such as ATT&CK: tocsin import stix FILE --name NAME';

const OTHERS: Readonly<Record<string, readonly [why: string, remedy: string]>> = {
  'stix-bundle': ['It is a STIX bundle.', WITH_BUNDLE],
  'stix-object': ['It is STIX.', WITH_BUNDLE],
  'csaf-advisory': [
    'It is a CSAF advisory.',
    'Import it, on the machine of the hub: tocsin import csaf FILE',
  ],
};

const EXAMPLE = 'tocsin warning new writes one to fill in; seeds/examples/warning.json is another.';

/** JSON first: a bundle may be large, and YAML takes its time. Of both, the fault is that of the format it looks like. */
const parsed = async (name: string, text: string): Promise<unknown> => {
  const isJson = /^\s*[{[]/.test(text);
  try {
    return isJson ? JSON.parse(text) : (await import('yaml')).parse(text);
  } catch (error) {
    const isOfYaml = error instanceof Error && error.name === 'YAMLParseError';
    const why = isOfYaml ? yamlFault(error) : reasonOf(error);
    throw new CliFault(`${name} is not ${isJson ? 'JSON' : 'YAML'}.`, why, EXAMPLE, 2, error);
  }
};

/** One sentence: the parser's first line ends with a colon, since lines of the file follow it, and loses a space. */
const yamlFault = ({ message }: Error): string => {
  const [first = ''] = message.split('\n');
  return `${first.replace(/:\s*$/, '').replace(/closing (["'])quote/, 'closing quote ($1)')}.`;
};
