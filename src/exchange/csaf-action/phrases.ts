// The few words that the hub adds to an advisory, in the advisory's language where it is one of these, else in English.

export type Phrases = {
  /** What to do where the issuer gives a version, or no more than "see the guide". */
  readonly updateTo: (names: string, version: string) => string;
  readonly applyUpdate: (names: string) => string;
  readonly andMore: (count: number) => string;
  readonly moreFixes: (count: number) => string;
  readonly checkUse: (names: string) => string;
  /** `said` is what the issuer writes in place of an instruction. `names` may be empty. */
  readonly noFixPlanned: (names: string, said: string) => string;
  readonly noFixYet: (names: string, said: string) => string;
  readonly noAction: string;
  readonly notAffected: string;
  /** A sentence; `cves` is a list of names or empty. */
  readonly affectsNothing: (cves: string) => string;
};

const about = (words: string, cves: string): string => (cves === '' ? '' : ` ${words} ${cves}`);
const spaced = (names: string): string => (names === '' ? '' : ` ${names}`);

const forNames = (word: string, names: string): string => (names === '' ? '' : ` ${word} ${names}`);

const ENGLISH: Phrases = {
  updateTo: (names, version) => `Update${spaced(names)} to ${version}`,
  applyUpdate: (names) => `Install the update${names === '' ? '' : ` for ${names}`}.`,
  andMore: (count) => `and ${count} more`,
  moreFixes: (count) => `The advisory has ${count} more fixes for other products.`,
  checkUse: (names) => `Check whether you use ${names}. The advisory names no fix yet.`,
  noFixPlanned: (names, said) =>
    `No fix is planned${forNames('for', names)}: stop using it or shield it (the issuer says: ${said}).`,
  noFixYet: (names, said) =>
    `There is no fix yet${forNames('for', names)}: shield it until there is one (the issuer says: ${said}).`,
  noAction: 'No action is needed: none of the listed products is affected.',
  notAffected: 'Not affected',
  affectsNothing: (cves) =>
    `The issuer states that none of the listed products is affected${about('by', cves)}.`,
};

const GERMAN: Phrases = {
  updateTo: (names, version) => `Aktualisieren Sie${spaced(names)} auf ${version}`,
  applyUpdate: (names) => `Installieren Sie das Update${names === '' ? '' : ` für ${names}`}.`,
  andMore: (count) => `und ${count} weitere`,
  moreFixes: (count) => `Die Meldung nennt ${count} weitere Updates für andere Produkte.`,
  checkUse: (names) => `Prüfen Sie, ob Sie ${names} einsetzen. Die Meldung nennt noch kein Update.`,
  noFixPlanned: (names, said) =>
    `Ein Update${forNames('für', names)} ist nicht geplant: Verwenden Sie es nicht mehr oder schirmen Sie es ab (der Herausgeber schreibt: ${said}).`,
  noFixYet: (names, said) =>
    `Ein Update${forNames('für', names)} gibt es noch nicht: Schirmen Sie es bis dahin ab (der Herausgeber schreibt: ${said}).`,
  noAction: 'Es ist nichts zu tun: Keines der genannten Produkte ist betroffen.',
  notAffected: 'Nicht betroffen',
  affectsNothing: (cves) =>
    `Laut Herausgeber ist keines der genannten Produkte betroffen${about('von', cves)}.`,
};

const DUTCH: Phrases = {
  updateTo: (names, version) => `Werk${spaced(names)} bij naar ${version}`,
  applyUpdate: (names) => `Installeer de update${names === '' ? '' : ` voor ${names}`}.`,
  andMore: (count) => `en ${count} andere`,
  moreFixes: (count) => `Het advies noemt nog ${count} updates voor andere producten.`,
  checkUse: (names) => `Ga na of u ${names} gebruikt. Het advies noemt nog geen update.`,
  noFixPlanned: (names, said) =>
    `Er komt geen update${forNames('voor', names)}: gebruik het niet meer of scherm het af (de uitgever schrijft: ${said}).`,
  noFixYet: (names, said) =>
    `Er is nog geen update${forNames('voor', names)}: scherm het tot dan af (de uitgever schrijft: ${said}).`,
  noAction: 'Er is geen actie nodig: geen van de genoemde producten is kwetsbaar.',
  notAffected: 'Niet kwetsbaar',
  affectsNothing: (cves) =>
    `Volgens de uitgever is geen van de genoemde producten kwetsbaar${about('voor', cves)}.`,
};

const FRENCH: Phrases = {
  updateTo: (names, version) => `Mettez à jour${spaced(names)} vers ${version}`,
  applyUpdate: (names) => `Installez la mise à jour${names === '' ? '' : ` de ${names}`}.`,
  andMore: (count) => `et ${count} autres`,
  moreFixes: (count) => `L'avis contient ${count} autres correctifs pour d'autres produits.`,
  checkUse: (names) => `Vérifiez si vous utilisez ${names}. L'avis n'indique pas encore de correctif.`,
  noFixPlanned: (names, said) =>
    `Aucun correctif n'est prévu${forNames('pour', names)} : cessez de l'utiliser ou isolez-le (l'émetteur indique : ${said}).`,
  noFixYet: (names, said) =>
    `Il n'y a pas encore de correctif${forNames('pour', names)} : isolez-le en attendant (l'émetteur indique : ${said}).`,
  noAction: "Aucune action n'est nécessaire : aucun des produits cités n'est concerné.",
  notAffected: 'Non concerné',
  affectsNothing: (cves) => `Selon l'émetteur, aucun des produits cités n'est concerné${about('par', cves)}.`,
};

const SPANISH: Phrases = {
  updateTo: (names, version) => `Actualice${spaced(names)} a ${version}`,
  applyUpdate: (names) => `Instale la actualización${names === '' ? '' : ` de ${names}`}.`,
  andMore: (count) => `y ${count} más`,
  moreFixes: (count) => `El aviso contiene ${count} correcciones más para otros productos.`,
  checkUse: (names) => `Compruebe si utiliza ${names}. El aviso aún no indica ninguna corrección.`,
  noFixPlanned: (names, said) =>
    `No se prevé ninguna corrección${forNames('para', names)}: deje de usarlo o aíslelo (el emisor indica: ${said}).`,
  noFixYet: (names, said) =>
    `Aún no hay ninguna corrección${forNames('para', names)}: aíslelo hasta que la haya (el emisor indica: ${said}).`,
  noAction: 'No es necesaria ninguna acción: ninguno de los productos citados está afectado.',
  notAffected: 'No afectado',
  affectsNothing: (cves) =>
    `Según el emisor, ninguno de los productos citados está afectado${about('por', cves)}.`,
};

const BY_LANGUAGE: ReadonlyMap<string, Phrases> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['nl', DUTCH],
  ['fr', FRENCH],
  ['es', SPANISH],
]);

/** `language` is a BCP 47 tag. */
export function phrasesIn(language: string | undefined): Phrases {
  return BY_LANGUAGE.get(language?.toLowerCase().split('-')[0] ?? 'en') ?? ENGLISH;
}
