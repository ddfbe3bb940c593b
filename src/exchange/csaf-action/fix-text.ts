// Whether a text tells to install a fix: a verb of updating governs a version, a firmware, a patch or a listed product.
// "Update the firmware to 2.3" does; "install an antivirus" and "VPNs should be updated to the newest version" do not.

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
  /(?<!\p{L})(?:anti-?[ -]?virus|anti-?malware|malware|virus|vpns?|virtual private networks?|firewalls?|operating systems?|browsers?|windows(?! installers?)|security software|endpoint|third[- ]party|intrusion|mitigations?|workarounds?|(?:counter)?measures?|settings?|configurations?|rules?|polic(?:y|ies)|controls?|principles?|passwords?|practices?|guidelines?|recommendations?|instructions?|steps|physical|access|credentials?|certificates?)(?!\p{L})/iu;

const NOT_NOW =
  /(?<!\p{L})(?:can(?:no|')t|cannot|unable to|not (?:yet )?(?:been )?(?:able|possible|available|planned|feasible)|(?:im|not )possible|if|do not|don't|never|until|prior to|before|instead of|in case|plans? (?:to|on|for)|planned|planning|will (?:be )?(?:release|provid|fix|address|publish|not)\p{L}*|future|upcoming|no (?:fix|update|patch)|won't|keep(?:ing)?|regularly|ensure that all|only (?:download|install|use)|nicht|kein)(?!\p{L})/iu;

const REACH = 140;

/** `names` are the products that the advisory lists. */
export function isFixText(text: string, names: readonly string[]): boolean {
  const listed = names.map((name) => name.toLowerCase()).filter((name) => name.length >= 4);
  const isListed = (clause: string): boolean => listed.some((name) => clause.toLowerCase().includes(name));
  return sentencesOf(text).some(
    (sentence) =>
      governs(
        sentence,
        UPDATING,
        (clause) => isFixObject(clause) || ITS_PRODUCTS.test(clause) || isListed(clause),
      ) ||
      governs(sentence, INSTALLING, isFixObject) ||
      governs(sentence, RELEASING, (clause) => isFixObject(clause) || UPDATES.test(clause)) ||
      (AT_LEAST.test(sentence) && !OTHER.test(sentence)) ||
      isFixedBy(sentence),
  );
}

/** A full stop ends a sentence where white space follows, so that 2.3 stays whole. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|\n/);
}

/** Whether one of the verbs has such an object within its clause, and is no plan, no refusal and no habit. */
function governs(sentence: string, verbs: RegExp, isObject: (clause: string) => boolean): boolean {
  return [...sentence.matchAll(verbs)].some((verb) => {
    const head = sentence.slice(Math.max(0, verb.index - REACH), verb.index);
    if (NOT_NOW.test(head) || isOfOther(head, verb[0])) return false;
    const after = sentence.slice(verb.index + verb[0].length, verb.index + verb[0].length + REACH);
    const [clause = ''] = after.split(OTHER);
    return isObject(clause);
  });
}

function isFixObject(clause: string): boolean {
  return VERSION.test(clause) || FIRMWARE.test(clause) || PATCH.test(clause);
}

/** "Version 2.3 fixes this": what fixes is named before the verb. */
function isFixedBy(sentence: string): boolean {
  const verb =
    /(?<!\p{L})(?:fixes|resolves|addresses|corrects|remediates|eliminates|behebt|(?:includes|contains) (?:a|the) fix)(?!\p{L})/iu.exec(
      sentence,
    );
  if (verb === null) return false;
  const head = sentence.slice(0, verb.index);
  return (VERSION.test(head) || FIRMWARE.test(head)) && !NOT_NOW.test(head);
}

/** "VPNs … should be updated": the subject of a passive verb is what is updated. */
function isOfOther(head: string, verb: string): boolean {
  return (
    /ed$/i.test(verb) && /(?<!\p{L})(?:is|are|be|been|being)\s+(?:\p{L}+ )?$/iu.test(head) && OTHER.test(head)
  );
}
