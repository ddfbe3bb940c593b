// Reads ATT&CK technique names from the ICS bundle and the list of Enterprise names, and makes references to them.
import { isRecord, type JsonRecord, textOf } from 'stix2-ts/stix-object';
import { readCsv } from './csv.ts';

export type AttackTechnique = {
  /** `T1574.010`, `T0803`. */
  readonly id: string;
  readonly name: string;
  /** Id of MITRE's own object; null when only the name is known. */
  readonly stixId: string | null;
  readonly isWithdrawn: boolean;
};

export type AttackTechniques = ReadonlyMap<string, AttackTechnique>;

/** The techniques of a published ATT&CK bundle; revoked and deprecated ones are marked as withdrawn. */
export function readAttackBundle(json: string): AttackTechniques {
  const raw: unknown = JSON.parse(json);
  const objects = isRecord(raw) && Array.isArray(raw['objects']) ? raw['objects'].filter(isRecord) : [];
  return techniquesIn(objects);
}

/** The techniques among the objects of a bundle. */
export function techniquesIn(objects: readonly JsonRecord[]): AttackTechniques {
  const techniques = objects.filter((object) => object['type'] === 'attack-pattern').flatMap(techniqueFrom);
  return new Map(techniques.map((technique) => [technique.id, technique]));
}

function techniqueFrom(object: JsonRecord): AttackTechnique[] {
  const references = Array.isArray(object['external_references'])
    ? object['external_references'].filter(isRecord)
    : [];
  const own = references.find((reference) => reference['source_name'] === 'mitre-attack');
  const id = own === undefined ? undefined : textOf(own, 'external_id');
  if (id === undefined) return [];
  return [
    {
      id,
      name: textOf(object, 'name') ?? id,
      stixId: textOf(object, 'id') ?? null,
      isWithdrawn: object['revoked'] === true || object['x_mitre_deprecated'] === true,
    },
  ];
}

/** The cut-down list of Enterprise names (data/attack-enterprise). */
export function readAttackNames(csv: string): AttackTechniques {
  return new Map(
    readCsv(csv).map(({ technique: id = '', name = '' }) => [
      id,
      { id, name, stixId: null, isWithdrawn: false },
    ]),
  );
}

export function attackReference(id: string, techniques: AttackTechniques): Record<string, string> {
  const name = techniques.get(id)?.name;
  return {
    source_name: 'mitre-attack',
    external_id: id,
    ...(name === undefined ? {} : { description: name }),
    url: `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`,
  };
}
