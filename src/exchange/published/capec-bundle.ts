// CAPEC and ATT&CK as MITRE publishes them: STIX bundles. A CAPEC bundle is the whole catalogue; an ATT&CK bundle names the
// techniques that its patterns lead to.
import { isRecord, type JsonRecord, textOf } from 'stix2-ts/stix-object';
import { type AttackTechniques, techniquesIn } from '../attack.ts';
import { type CapecSet, capecSetOf } from '../capec.ts';
import { type PublishedFile, recordsIn } from './published-file.ts';

type CapecRelease = {
  /** Null where the files hold only ATT&CK. */
  readonly capec: (CapecSet & { readonly version: string }) | null;
  /** Empty where the files hold only CAPEC. */
  readonly techniques: AttackTechniques;
  /** What the techniques are from: `ATT&CK 18.0`. */
  readonly attackVersion: string | null;
};

/** Null unless every file is a STIX bundle of CAPEC or ATT&CK. */
export const readCapecRelease = (files: readonly PublishedFile[]): CapecRelease | null => {
  const bundles = files.map(({ text }) => objectsIn(text));
  if (bundles.some((objects) => objects === null)) return null;
  const objects = bundles.flatMap((each) => each ?? []);
  const patterns = objects.filter((object) => capecIdOf(object) !== null);
  const techniques = techniquesIn(objects.filter((object) => capecIdOf(object) === null));
  if (patterns.length === 0 && techniques.size === 0) return null;
  return {
    capec: patterns.length === 0 ? null : capecOf(patterns),
    techniques,
    attackVersion: attackVersionOf(objects),
  };
};

const objectsIn = (text: string): readonly JsonRecord[] | null => {
  const [bundle, ...others] = recordsIn(text) ?? [];
  if (bundle?.['type'] !== 'bundle' || others.length > 0 || !Array.isArray(bundle['objects'])) return null;
  return bundle['objects'].filter(isRecord);
};

const referencesOf = (object: JsonRecord): readonly JsonRecord[] =>
  Array.isArray(object['external_references']) ? object['external_references'].filter(isRecord) : [];

const idsOf = (object: JsonRecord, source: RegExp, form: RegExp): string[] =>
  referencesOf(object)
    .filter((reference) => source.test(textOf(reference, 'source_name') ?? ''))
    .map((reference) => textOf(reference, 'external_id') ?? '')
    .filter((id) => form.test(id));

const capecIdOf = (object: JsonRecord): string | null =>
  object['type'] === 'attack-pattern' ? (idsOf(object, /^capec$/i, /^CAPEC-\d+$/)[0] ?? null) : null;

const capecOf = (objects: readonly JsonRecord[]): CapecSet & { readonly version: string } => {
  const patterns = objects.map((object) => ({
    id: capecIdOf(object) ?? '',
    name: textOf(object, 'name') ?? '',
    status: object['revoked'] === true ? 'Obsolete' : (textOf(object, 'x_capec_status') ?? ''),
    weaknesses: idsOf(object, /^cwe$/i, /^CWE-\d+$/),
    techniques: idsOf(object, /^(?:ATTACK|mitre-attack)$/i, /^T\d{4}(?:\.\d{3})?$/),
  }));
  const modified =
    objects
      .map((object) => textOf(object, 'modified') ?? '')
      .sort()
      .at(-1) ?? '';
  const versions = objects.flatMap((object) => textOf(object, 'x_capec_version') ?? []);
  const version = [versions.sort(byNumber).at(-1) ?? '', modified.slice(0, 10)].filter((part) => part !== '');
  return { ...capecSetOf(patterns, modified), version: version.join(' of ') || 'unknown' };
};

const byNumber = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });

const attackVersionOf = (objects: readonly JsonRecord[]): string | null => {
  const collection = objects.find(({ type }) => type === 'x-mitre-collection');
  const version = collection === undefined ? undefined : textOf(collection, 'x_mitre_version');
  return version === undefined ? null : `ATT&CK ${version}`;
};
