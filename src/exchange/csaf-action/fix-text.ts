// Whether a text tells to install a fix: a verb of updating governs a version, a firmware, a patch or a listed product.
// "Update the firmware to 2.3" does; "install an antivirus" and "VPNs should be updated to the newest version" do not.

import { isPromise, isPromiseOfFix } from './promise-words.ts';

/** Verbs whose object may be a product: "update Example Pump". */
const UPDATING =
  /(?<!\p{L})(?:updat(?:e|es|ed|ing)|upgrad(?:e|es|ed|ing)|migrat(?:e|es|ed|ing)|mov(?:e|es|ing) to|switch(?:ing)? to|replac(?:e|es|ed|ing)|rev(?:ision)? up|patch(?:ing)?|aktualisier\p{L}*|bijwerken|werk(?:t)? bij|mett(?:re|ez) à jour|actualiz\p{L}*|actualice\p{L}*|atualiz\p{L}*|aggiorn\p{L}*)(?!\p{L})/giu;
/** Verbs that take a version, a firmware or a patch as their object, and many other things. */
const INSTALLING =
  /(?<!\p{L})(?:install(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|download(?:s|ed|ing)?|deploy(?:s|ed|ing)?|obtain(?:s|ed|ing)?|patch(?:es|ed|ing)?|einspielen|installier\p{L}*|instal(?:e|ar|leer|leren)|installez)(?!\p{L})/giu;
/** What an issuer does: "has released updates", "is fixed in 2.3". */
const RELEASING =
  /(?<!\p{L})(?:releas(?:e|es|ed|ing)|provid(?:es|ed)|publish(?:es|ed)|issued|fix(?:es|ed)?|resolv(?:es|ed)|address(?:es|ed)|correct(?:s|ed)|remediat(?:es|ed)|mitigat(?:es|ed)|eliminat(?:es|ed)|beheb\p{L}*|behoben|verholpen)(?!\p{L})/giu;
/** "Use version 2.3 or later." */
const AT_LEAST = /\b(?:use|using|run)\b[^.;]{0,60}\d[^;]{0,20}\b(?:or|and) (?:later|higher|newer|above)\b/i;

const VERSION =
  /(?<!\p{L})(?:versions?|releases?|rev(?:ision)?s?|builds?|v|ver\.?|sp|service packs?)[\s.:"“]*v?\d|(?<![\d.])\d+(?:\.[\dx]+)+|(?:update|patch|fix) \d|latest (?:\p{L}+ ){0,2}(?:versions?|releases?|builds?|revisions?)|(?:newest|most (?:current|recent)|new|updated|fixed|patched|unaffected|neueste?n?) (?:\p{L}+ ){0,2}(?:versions?|releases?|builds?)/iu;
const FIRMWARE = /(?<!\p{L})firmware/iu;
const PATCH =
  /(?<!\p{L})(?:(?:the|this|these|its|latest|available|following|security|software|vendor|firmware|an?|das|die) (?:\p{L}+ ){0,2}(?:patch(?:es)?|hot-?fix(?:es)?|updates?|bug-?fix(?:es)?|fix(?:es)?)|hot-?fix(?:es)?|patch(?:es)? (?:\p{L}*\d|from|for)|kb\d{5,}|sicherheitsupdates?|update auf)(?!\p{L})/iu;

const ITS_PRODUCTS =
  /^\s*(?:all |any |the |your |their )*(?:affected|impacted|vulnerable) (?:\p{L}+ )?(?:products?|devices?|software|systems?|components?|installations?)/iu;
const UPDATES = /(?<!\p{L})(?:updates?|patch(?:es)?|fix(?:es)?|upgrades?)(?!\p{L})/iu;

/** Objects that are not this issuer's products: to update these is good practice, and no fix. */
const OTHER =
  /(?<!\p{L})(?:anti-?[ -]?virus|anti-?malware|malware|virus|vpns?|virtual private networks?|firewalls?|operating systems?|browsers?|windows(?! installers?)|security software|endpoint|third[- ]party|intrusion|mitigations?|workarounds?|(?:counter)?measures?|settings?|configurations?|rules?|polic(?:y|ies)|controls?|principles?|passwords?|practices?|guidelines?|recommendations?|instructions?|steps|physical|access|signatures?|definitions?|credentials?|certificates?)(?!\p{L})/iu;

const NOT_NOW =
  /(?<!\p{L})(?:can(?:no|')t|cannot|unable to|not (?:yet )?(?:been )?(?:able|possible|available|planned|feasible)|(?:im|not )possible|if|do not|don't|never|until|prior to|before|instead of|in case|future|upcoming|no (?:fix|update|patch)|won't|keep(?:ing)?|regularly|ensure that all|only (?:download|install|use)|nicht|kein)(?!\p{L})/iu;
/**
 * Which versions are affected: "versions prior to 2.3", "if you use 5.x". These say who is to update, and deny nothing. A year is
 * no version, and "before 2.3 is released" is a time.
 */
const AFFECTED_ONES = [
  /(?<!\p{L})(?:prior to|before)\s+(?:and including\s+)?(?:(?:the\s+)?(?:software |firmware )?(?:versions?|releases?|builds?|rev(?:ision)?|firmware)\s+)?(?!(?:19|20)\d\d(?![.\d]))\p{L}{0,3}\d[\p{L}\d._-]*(?!\s+(?:is|are|was|becomes?|has|comes)(?!\p{L}))/giu,
  /(?<!\p{L})if\s+(?:you|users|customers|operators|(?:your|the|an?)\s+(?:\p{L}+\s+){0,2}?)\s*(?:are\s+|is\s+|still\s+|currently\s+)*(?:us(?:e|es|ing)|run(?:s|ning)?|have|has|on|at)(?!\p{L})[^,;:.!?]{0,60}?\p{L}{0,3}\d[\p{L}\d._-]*(?:\s+(?:or|and)\s+(?:earlier|lower|older|below|prior|before))?/giu,
] as const;

const PLAN =
  /(?<!\p{L})(?:plans? (?:to|on|for)|planned|planning|intends?|intention to|aims? to|expects?|expected (?:in|by|to|for|on|at)|anticipat(?:es|ed)|scheduled|due (?:in|by|on|for|at|to be)|forthcoming|working on|under development|to be (?:released|provided|published|fixed|addressed|available|announced)|geplant|vorgesehen|angekündigt|gepland|aangekondigd|prévue?s?|planifiée?s?|previst[oa]s?)(?!\p{L})/iu;
/** "ExCo will also" before the verb, as in "will also release". */
const WILL_DO =
  /(?<!\p{L})(?:will|shall|(?:is|are) going to)(?: (?:also|soon|then|be|have|been|\p{L}+ly))*\s*$/iu;
const WILL_BE =
  /(?<!\p{L})(?:will|shall|going to) (?:(?:also|soon|then|\p{L}+ly) )*be (?:made |fully )?(?:available|released|published|provided|issued|included|delivered|shipped|fixed|addressed|corrected|resolved|remediated|part of|rolled out)(?!\p{L})/iu;

const REACH = 140;

/** Whether the text tells to install a fix that there is. `names` are the products that the advisory lists. */
export function isFixText(text: string, names: FixNames): boolean {
  return sentencesOf(text).some((sentence) => fixIn(sentence, names) === 'now');
}

/** Whether it only announces one: any of its sentences, or, where `isWhole`, each. */
export function isFixAnnounced(text: string, names: FixNames, isWhole: boolean): boolean {
  const found = sentencesOf(text)
    .filter((sentence) => /\p{L}/u.test(sentence))
    .map((sentence) => fixIn(sentence, names));
  if (found.includes('now')) return false;
  return isWhole
    ? found.every((fix) => fix === 'announced') && found.length > 0
    : found.includes('announced');
}

/** Names of products as they are looked for, prepared once for all texts of an advisory. */
export type FixNames = { readonly isListed: (clause: string) => boolean };

/** Names shorter than this are words that occur anywhere. */
const SHORTEST = 4;

/** One look at each place of a clause, however many products there are. */
export function fixNamesOf(names: readonly string[]): FixNames {
  const listed = new Set(names.map((name) => name.toLowerCase()).filter((name) => name.length >= SHORTEST));
  const lengths = new Map<string, Set<number>>();
  for (const name of listed) {
    const start = name.slice(0, SHORTEST);
    const known = lengths.get(start);
    if (known === undefined) lengths.set(start, new Set([name.length]));
    else known.add(name.length);
  }
  return {
    isListed: (clause) => {
      const words = clause.toLowerCase();
      for (let at = 0; at + SHORTEST <= words.length; at += 1)
        for (const length of lengths.get(words.slice(at, at + SHORTEST)) ?? [])
          if (listed.has(words.slice(at, at + length))) return true;
      return false;
    },
  };
}

type Fix = 'now' | 'announced' | null;

function fixIn(sentence: string, { isListed }: FixNames): Fix {
  const found: Fix[] = [
    ...governed(sentence, UPDATING, {
      isListed,
      isObject: (clause) => isFixObject(clause) || ITS_PRODUCTS.test(clause) || isListed(clause),
    }),
    ...governed(sentence, INSTALLING, { isListed, isObject: isFixObject }),
    ...governed(sentence, RELEASING, {
      isListed,
      isObject: (clause) => isFixObject(clause) || UPDATES.test(clause),
    }),
    AT_LEAST.test(sentence) && !OTHER.test(sentence) ? 'now' : null,
    fixedBy(sentence),
    isPlan(sentence) || isPromiseOfFix(sentence) ? 'announced' : null,
  ];
  return found.includes('now') ? 'now' : found.includes('announced') ? 'announced' : null;
}

/** A full stop ends a sentence where white space follows, so that 2.3 stays whole. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|\n|(?<=[。！？；])/);
}

/** For each of the verbs that has such an object within its clause, and is no refusal and no habit. */
function governed(
  sentence: string,
  verbs: RegExp,
  { isObject, isListed }: FixNames & { readonly isObject: (clause: string) => boolean },
): Fix[] {
  return [...sentence.matchAll(verbs)].map((verb) => {
    const head = sentence.slice(Math.max(0, verb.index - REACH), verb.index);
    const after = sentence.slice(verb.index + verb[0].length, verb.index + verb[0].length + REACH);
    if (isDenied(head) || isOfOther(head, verb[0])) return null;
    // "Install an antivirus, and update its engine to version 5": what "its" stands for is named before.
    if (ITS.test(after) && OTHER.test(head) && !isListed(head)) return null;
    const [clause = ''] = after.split(OTHER);
    if (!isObject(clause)) return null;
    return isAnnounced(lastClause(head), after) ? 'announced' : 'now';
  });
}

/** Whether what comes before a verb denies it, or says that it is for later. */
function isDenied(head: string): boolean {
  return NOT_NOW.test(AFFECTED_ONES.reduce((text, range) => text.replace(range, ' '), head));
}

/** "ExCo will, in June, release" is one clause; in "version 4 is due in June, update to 3.2" the verb has its own. */
function lastClause(head: string): string {
  return /(?:will|shall|plans?|intends?|expects?),/i.test(head) ? head : (head.split(/[,:]\s/).at(-1) ?? '');
}

/** "ExCo will release", "intends to fix", "a patch will be available", "update to 4.0, which is planned for June". */
function isAnnounced(head: string, after: string): boolean {
  const [rest = ''] = after.split(
    /,\s(?!(?:which|that|due|expected|planned|scheduled|available|d(?:ie|as|er)|welche[rs]?|qui|que|che|dat)(?!\p{L}))/iu,
  );
  return (
    WILL_DO.test(head.replaceAll(/,[^,]*,/g, '')) ||
    [head, rest].some((part) => PLAN.test(part) || WILL_BE.test(part) || isPromise(part))
  );
}

/** "A fix is planned", "4.0 (planned for June)". */
function isPlan(sentence: string): boolean {
  const isOfFix = isFixObject(sentence) || UPDATES.test(sentence);
  return isOfFix && (PLAN.test(sentence) || WILL_BE.test(sentence));
}

function isFixObject(clause: string): boolean {
  return VERSION.test(clause) || FIRMWARE.test(clause) || PATCH.test(clause);
}

/** "Version 2.3 fixes this": what fixes is named before the verb. In "has the required fixes" the word is a noun. */
function fixedBy(sentence: string): Fix {
  const verb =
    /(?<!\p{L}|(?<!\p{L})(?:the|an?|this|these|those|its|their|all|any|no|several|following|required|necessary|needed|available|latest|important|critical|security|software|firmware) )(?:fix(?:es)?|resolves?|address(?:es)?|corrects?|remediates?|eliminates?|behebt|(?:includes?|contains?) (?:a|the) fix)(?!\p{L})/iu.exec(
      sentence,
    );
  if (verb === null) return null;
  const head = sentence.slice(0, verb.index);
  if (isDenied(head) || !(VERSION.test(head) || FIRMWARE.test(head))) return null;
  const after = sentence.slice(verb.index + verb[0].length);
  return isAnnounced(head, after) ? 'announced' : /s$|fix$|^behebt/i.test(verb[0]) ? 'now' : null;
}

const ITS = /^\s*(?:its|their|seine?[nr]?|ihre?[nr]?|ses|leurs?|sus?)(?!\p{L})/iu;

/** "VPNs … should be updated": the subject of a passive verb is what is updated. */
function isOfOther(head: string, verb: string): boolean {
  return (
    /ed$/i.test(verb) && /(?<!\p{L})(?:is|are|be|been|being)\s+(?:\p{L}+ )?$/iu.test(head) && OTHER.test(head)
  );
}
