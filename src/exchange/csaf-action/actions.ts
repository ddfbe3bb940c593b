// The actions of an advisory in the order to take them, at most five: fixes, then workarounds, then general advice.
// Lead-in lines, pointers to other pages and boilerplate that asks for no action are left out. An instruction is never cut
// to make room for the names of products.
import type { CsafAdvisory } from '../csaf/document.ts';
import { oneParagraph, shortened, withoutAddresses, withoutEnd } from '../csaf/plain-text.ts';
import { type CsafProduct, productsOf } from '../csaf/product-list.ts';
import { affectsNothing } from '../csaf-grade/product-standing.ts';
import { type FixNames, fixNamesOf, isFixAnnounced, isFixText } from './fix-text.ts';
import { type Phrases, phrasesIn } from './phrases.ts';
import { namesWithin, plainNames, versionedNames } from './product-words.ts';
import { type Remedy, remediesOf } from './remedies.ts';
import { fixedVersionOf, instructionOf } from './version-words.ts';

const MAX_ACTIONS = 5;
/** The most that a warning may have (src/domain/warning-rules.ts). */
const MAX_LENGTH = 500;
/** A workaround for more products than this is for whoever has any. */
const MAX_NAMED = 6;
/** Beyond this many fixes for different products, short ones share an action. */
const MAX_FIXES = 3;

const POINTER =
  /^((cisa|nccic|ics-cert|nccic\/ics-cert)( also)? (provides|reminds|encourages)|for (more|additional|specific|further|the latest|questions|assistance|details)|additional information|more information|please see|see (the |also |here|http)|refer to|note:|security best practices|customers can use stakeholder|further (information|ics)|contact details|to contact)|taking steps to minimize risks to all/i;
/** "vim security update" names what is to be installed, and does not say so. */
const NOUN = /^[\w.+-]+(?:, [\w.+-]+)* (?:security|bug ?fix|enhancement)(?:,? (?:and )?\w+)* updates?\.?$/i;
const GENERAL = /^as a general security measure|defense[- ]in[- ]depth|best practices, where possible/i;
const ADVICE =
  /^(minimize|locate|isolate|restrict|limit|block|disable|segment|change|use|when remote access|do not|never|ensure|monitor|apply)\b/i;
const MAIL_ADVICE = /\b(email|unsolicited|attachments?|web links)\b/i;
/** Words by which a text asks for something, beside "fix". */
const INSTRUCTING =
  /(?<!\p{L})(?:us(?:e|ing)|avoid|disabl|block|restrict|isolat|contact|updat|upgrad|migrat|replac|remov|limit|segment|monitor|appl(?:y|ies)|see|refer|follow|configur|chang|ensur|install|recommend|advis|mitigat|protect|stop|verwend|aktualisier|kontakt|empfehl|gebruik|neem contact|utilis|contactez|recommand|utilic|contacte|recomiend)/iu;
/** "There are no workarounds" tells what not to look for. */
const ABSENT =
  /^(?:currently |at this time |there (?:is|are) )*(?:no|none|not)\b.{0,40}\b(?:workarounds?|mitigations?|fix(?:es)?|updates?|patch(?:es)?)\b|^(?:none|n\/a|not available|not applicable)\b|does not meet the red hat product security criteria|^mitigation for this issue is either not available|keine? .{0,40}(?:update|patch|workaround)/i;
const SOLUTION_TITLE =
  /solution|remediation|oplossing|lösung|maßnahme|fixed software|recommended action|customer action/i;

type Candidate = {
  readonly text: string;
  readonly rank: number;
  /** For how many products it is. */
  readonly breadth: number;
  /** It says that there is no workaround. */
  readonly isAbsence?: boolean;
};

/** "No fix" is not an action, but it decides what to do next. Advice on e-mail comes last. */
const RANK = {
  vendorFix: 0,
  fix: 1,
  /** Some issuers call every remedy of theirs a fix. */
  calledFix: 2,
  workaround: 3,
  noFix: 4,
  general: 5,
  advice: 6,
  mailAdvice: 7,
} as const;

/** Plain texts of at most 500 characters each. */
export function actionsOf(advisory: CsafAdvisory): string[] {
  const phrases = phrasesIn(advisory.document.lang);
  if (affectsNothing(advisory)) return [phrases.noAction];
  const products = productsOf(advisory);
  const remedies = remediesOf(advisory, products);
  const names = plainNames(products);
  const scene: Scene = {
    products,
    // Of a product that is defined twice the first definition counts.
    places: new Map(products.map(({ id }, at) => [id, at] as const).toReversed()),
    names,
    fixNames: fixNamesOf(names),
    phrases,
  };
  const fromRemedies = remedies.flatMap((remedy) => candidateOf(remedy, scene));
  const hasFix = fromRemedies.some(({ rank }) => rank <= RANK.fix);
  // The sort is stable: within a rank the remedy for most products comes first, ties keep document order.
  // Beside a fix, "there are no workarounds" is no news.
  const remedial = hasFix ? fromRemedies.filter(({ isAbsence }) => isAbsence !== true) : fromRemedies;
  const found = [...remedial, ...(hasFix ? [] : solutions(advisory, scene)), ...advice(advisory)];
  const ordered = (found.length > 0 ? found : pointers(remedies)).toSorted(
    (a, b) => a.rank - b.rank || b.breadth - a.breadth,
  );
  const distinct = [...new Map(ordered.toReversed().map((one) => [one.text.toLowerCase(), one])).values()];
  const texts = packed(distinct.toReversed(), phrases);
  return texts.length > 0 ? texts.slice(0, MAX_ACTIONS) : checks(advisory, scene);
}

/** Titles of notes whose lines are advice. */
const PRACTICES = /practice|recommend|measure|mitigat|workaround|defen[cs]e|protect|hardening/i;

type Scene = {
  readonly products: readonly CsafProduct[];
  /** Where a product stands among them, by id. */
  readonly places: ReadonlyMap<string, number>;
  /** The names of all of them, short and each once. */
  readonly names: readonly string[];
  readonly fixNames: FixNames;
  readonly phrases: Phrases;
};

function candidateOf(remedy: Remedy, scene: Scene): Candidate[] {
  const { category } = remedy;
  const own = ownOf(remedy, scene);
  const isFix = category === 'vendor_fix';
  const instruction = isFix ? instructionOf(remedy.text, own, scene.phrases) : remedy.text;
  if (instruction === '') return [];
  const isOnlyRefusal = isNoFix(remedy) && !INSTRUCTING.test(instruction) && !ABSENT.test(instruction);
  if (isOnlyRefusal) return [noFixOf(remedy, own, scene.phrases)];
  // "Patch folgt." is short, and no pointer to an update.
  const isShortPromise =
    widthOf(instruction) < SHORTEST && isFixAnnounced(instruction, scene.fixNames, false);
  const isPointer = !tellsWhatToDo(instruction) && !isShortPromise;
  if (isPointer && !isFix) return [];
  const rank = isPointer ? RANK.vendorFix : rankOf(remedy, instruction, scene.fixNames);
  const isForAll = remedy.products.size >= scene.products.length;
  // A workaround for nearly everything needs no names; a fix is a fix of something.
  const isFewNames = rank <= RANK.calledFix || plainNames(own).length <= MAX_NAMED;
  const isNamed = isForAll ? rank <= RANK.calledFix && scene.names.length <= 2 : isFewNames;
  const told = isNamed ? withProducts(instruction, own, scene.phrases) : shortened(instruction, MAX_LENGTH);
  const text = isPointer ? toldBy(instruction, own, scene.phrases) : told;
  const isAbsence = ABSENT.test(instruction) && (category === 'workaround' || category === 'mitigation');
  return [{ text, rank, breadth: remedy.products.size, isAbsence }];
}

const isNoFix = ({ category }: Remedy): boolean =>
  category === 'no_fix_planned' || category === 'none_available';

/** "Will not fix", "Out of support scope" tell what the issuer does, and nobody what to do. */
function noFixOf(
  { category, text, products }: Remedy,
  own: readonly CsafProduct[],
  phrases: Phrases,
): Candidate {
  const names = namesWithin(versionedNames(own, phrases.andMore), 200, phrases.andMore);
  const said = shortened(withoutEnd(text, /[.\s]/), 160);
  const told =
    category === 'no_fix_planned' ? phrases.noFixPlanned(names, said) : phrases.noFixYet(names, said);
  return { text: told, rank: RANK.noFix, breadth: products.size };
}

/** Its products in the order of the advisory. */
function ownOf(remedy: Remedy, { products, places }: Scene): CsafProduct[] {
  return [...remedy.products]
    .flatMap((id) => places.get(id) ?? [])
    .toSorted((one, other) => one - other)
    .flatMap((at) => products[at] ?? []);
}

/** Shorter texts tell nothing. */
const SHORTEST = 12;
/** A sign of Chinese or Japanese says as much as some letters. */
const widthOf = (text: string): number => text.replace(/[\u3040-\u30ff\u4e00-\u9fff]/gu, '…….').length;

function tellsWhatToDo(text: string): boolean {
  return widthOf(text) >= SHORTEST && !/[:：]$/.test(text) && !POINTER.test(text) && !NOUN.test(text);
}

function rankOf({ category }: Remedy, text: string, names: FixNames): number {
  if (category === 'none_available' || category === 'no_fix_planned') return RANK.noFix;
  if (ABSENT.test(text)) return RANK.noFix;
  const isFix = isFixText(text, names);
  if (!isFix && isFixAnnounced(text, names, category !== 'vendor_fix')) return RANK.noFix;
  if (category === 'vendor_fix') return isFix ? RANK.vendorFix : RANK.calledFix;
  if (GENERAL.test(text)) return RANK.general;
  return isFix ? RANK.fix : RANK.workaround;
}

/** A vendor's fix that only points to a guide: what to install is said before it. */
function toldBy(pointer: string, own: readonly CsafProduct[], phrases: Phrases): string {
  const wanted = phrases.applyUpdate('');
  const room = MAX_LENGTH - pointer.length - wanted.length - 6;
  const told = phrases.applyUpdate(namesWithin(plainNames(own), Math.min(room, 240), phrases.andMore));
  return shortened(`${told} ${pointer}`, MAX_LENGTH);
}

/** Names the products of a text like "Update to V3.3": an advisory may list several. The names take what room is left. */
function withProducts(text: string, own: readonly CsafProduct[], phrases: Phrases): string {
  const instruction = shortened(text, MAX_LENGTH);
  const mine = plainNames(own);
  const plain = instruction.toLowerCase();
  if (mine.some((name) => plain.includes(name.toLowerCase()))) return instruction;
  const room = Math.min(MAX_LENGTH - instruction.length - 2, 240);
  const named = namesWithin(mine, room, phrases.andMore);
  return named === '' ? instruction : `${named}: ${instruction}`;
}

/** Where no remediation is a fix: a note with a title like "Solution" may be one. */
function solutions(advisory: CsafAdvisory, { fixNames: names }: Scene): Candidate[] {
  return (advisory.document.notes ?? [])
    .filter((note) => note.category !== 'legal_disclaimer' && SOLUTION_TITLE.test(note.title ?? ''))
    .map((note) => oneParagraph(withoutAddresses(note.text)))
    .filter((text) => tellsWhatToDo(text) && (isFixText(text, names) || text.length <= MAX_LENGTH))
    .filter((text) => !/^(?:required|not required)\.? The vulnerability documented/i.test(text))
    .map((text) => ({
      text: shortened(text, MAX_LENGTH),
      rank: isFixText(text, names)
        ? RANK.fix
        : isFixAnnounced(text, names, true)
          ? RANK.noFix
          : RANK.workaround,
      breadth: 0,
    }));
}

function advice(advisory: CsafAdvisory): Candidate[] {
  return (advisory.document.notes ?? [])
    .filter(({ category, title }) => category === 'general' && PRACTICES.test(title ?? 'practices'))
    .flatMap((note) => note.text.split('\n'))
    .map((line) => oneParagraph(withoutAddresses(line)))
    .filter((line) => ADVICE.test(line) && tellsWhatToDo(line))
    .map((line) => ({
      text: shortened(line, MAX_LENGTH),
      rank: MAIL_ADVICE.test(line) ? RANK.mailAdvice : RANK.advice,
      breadth: 0,
    }));
}

/** The pointers to other pages, used when the advisory gives no other action. */
function pointers(remedies: readonly Remedy[]): Candidate[] {
  return remedies
    .map(({ whole }) => whole)
    .filter((text) => text.length >= 12)
    .map((text) => ({ text: shortened(text, MAX_LENGTH), rank: RANK.general, breadth: 0 }));
}

/** Many fixes for as many products take three actions, and the rest is counted, so that a workaround still has room. */
function packed(ordered: readonly Candidate[], phrases: Phrases): string[] {
  const isFix = ({ rank }: Candidate): boolean => rank <= RANK.fix;
  const fixes = ordered.filter(isFix).map(({ text }) => text);
  const others = ordered.filter((one) => !isFix(one)).map(({ text }) => text);
  if (fixes.length <= MAX_FIXES) return [...fixes, ...others];
  const shared: string[] = [];
  let taken = 0;
  for (const text of fixes) {
    const sentence = /[.!?…]$/.test(text) ? text : `${text}.`;
    const last = shared.at(-1);
    if (last !== undefined && last.length + sentence.length + 1 <= MAX_LENGTH) {
      shared[shared.length - 1] = `${last} ${sentence}`;
    } else if (shared.length < MAX_FIXES) shared.push(sentence);
    else break;
    taken += 1;
  }
  const left = fixes.length - taken;
  return [...shared, ...(left === 0 ? [] : [phrases.moreFixes(left)]), ...others];
}

/** An advisory without any remedy: whoever uses the products has to know that there is nothing to install. */
function checks(advisory: CsafAdvisory, { products, phrases }: Scene): string[] {
  const affected = affectedOf(advisory, products);
  const version = fixedVersionOf(advisory, products, phrases);
  if (version !== null) return [version];
  const names = namesWithin(versionedNames(affected, phrases.andMore), 300, phrases.andMore);
  return names === '' ? [] : [phrases.checkUse(names)];
}

function affectedOf(advisory: CsafAdvisory, products: readonly CsafProduct[]): CsafProduct[] {
  const ids = new Set(
    (advisory.vulnerabilities ?? []).flatMap(({ product_status: status }) => [
      ...(status?.known_affected ?? []),
      ...(status?.first_affected ?? []),
      ...(status?.last_affected ?? []),
      ...(status?.under_investigation ?? []),
    ]),
  );
  return products.filter(({ id }) => ids.has(id));
}
