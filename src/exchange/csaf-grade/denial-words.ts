// Words that take back what a sentence seems to say: denials, possibilities, instructions to look, in the languages that
// advisories are written in. Each is tested on a part of a sentence of bounded length (exploitation-clause.ts).

const word = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}-])(?:${alternatives.join('|')})(?![\\p{L}-])`, 'iu');

/** A "no" that stands for all of a sentence: "Exploited: no". */
export const NO_WORDS =
  'no|none|not|never|false|nothing|negative|n/?a|absent|nein|keine?|nicht bekannt|nee|geen|niet|non|aucune?|no se conoce|não|nao|nenhuma?|nessun[ao]?|nie|brak|いいえ|なし|無し|無|否|无|没有';
export const YES_WORDS = 'yes|true|positive|ja|oui|sí|si|sim|sì|tak|はい|あり|有り|有|是';

/** What denies what comes after it in the same clause. */
export const DENYING = word(
  "no(?:ne)?|not|never|cannot|\\p{L}+n['’]t|without|neither|nor|nothing|nobody|nowhere|unaware|un(?:likely|proven|confirmed|verified|substantiated)",
  'zero(?![- ]?days?)|(?:lack|absence|free) of|(?:has|have|had|is|are) yet to|yet to be|hardly|den(?:y|ies|ied)|refut(?:es?|ed)|false',
  'rul(?:es?|ed) out|ruling out',
  'keine?[mnrs]?|keinerlei|nicht|nichts|nie(?:mals)?|niemand|ohne|weder|unwahrscheinlich|ausgeschlossen',
  'geen|niet|niets|nooit|niemand|zonder',
  "n['’](?:est|a|ont|y|avons|avait|était|étaient)|ne|aucune?|aucunement|pas|jamais|rien|sans|nul(?:le)?|ni",
  'ning[uú]n[ao]?|nunca|jamás|nada|nadie|sin|tampoco|se desconoce|desconoce(?:mos|n)?',
  'nessun[ao]?|non|nulla|niente|senza|né',
  'nenhuma?|não|nao|jamais|ninguém|sem|nem|desconhec\\p{L}+',
  'nie|żadn\\p{L}+|brak|nigdy',
);

/** "Not only exploited, but …" denies nothing. */
export const NO_DENIAL =
  /(?<!\p{L})(?:not (?:only|just|merely)|no (?:doubt|surprise)|nicht (?:nur|bloß)|niet alleen|non (?:seulement|solo|soltanto)|pas seulement|no s[oó]lo|não s[oó]|beyond (?:any )?doubt)(?!\p{L})/giu;

/** A verb, some words, and its "not". */
const VERB_DENIED = [
  '(?:has|have|had|is|are|was|were|does|do|did|could|can|remains?)\\s(?:\\p{L}+\\s){0,4}?(?:not|never|neither|yet to)',
  '(?:ist|sind|war|waren|wurden?|wird|werden|konnten?|hat|haben|liegen?|gibt)\\s(?:\\p{L}+\\s){0,4}?(?:nicht|keine?[nrms]?|nie)',
  '(?:is|zijn|werd|werden|wordt|heeft|hebben|konden?)\\s(?:\\p{L}+\\s){0,4}?(?:niet|geen|nooit)',
  '(?:est|sont|a|ont|était|semble)\\s(?:\\p{L}+\\s){0,2}?(?:pas|jamais)',
].join('|');
/** What is not so, or not known, at the end of a clause. */
const UNKNOWN =
  '(?:un(?:known|likely|confirmed|proven|verified)|unbekannt|unwahrscheinlich|onbekend|inconnue?s?)\\s*(?:$|[.,;:)])';
/** What denies what comes before it: "active exploitation has so far not been seen", "… not known". */
export const DENIED_AFTER = new RegExp(
  [
    `^[\\s\\p{L}]{0,40}?(?<!\\p{L})(?:${VERB_DENIED})(?![\\p{L}-])`,
    `^[\\s\\p{L}]{0,40}?(?<!\\p{L})${UNKNOWN}`,
    "^[\\s\\p{L}]{0,40}?(?<!\\p{L})(?:(?:has|have|is|are|was|were|do|does|did)n['’]t|n['’](?:est|a|ont)|ne (?:sont|semble\\p{L}*)|no (?:se|ha|han|está|están)|não (?:foi|foram|há|é|são)|non (?:è|sono|risulta\\p{L}*))(?!\\p{L})",
    '^\\s*(?:(?:of|against|in) (?:\\p{L}+ ){1,4})?(?:has |have )?(?:not|never|yet to|nicht|niet|non|pas)(?![\\p{L}-])',
    `^\\s*\\(?\\s*[:=?–—-]\\s*(?:${NO_WORDS}|unknown|unbekannt|onbekend|inconnue?)(?!\\p{L})`,
  ].join('|'),
  'iu',
);

/** In Japanese and Chinese: the verb at the end denies, or an adverb before it. */
export const DENIED_AFTER_CJK =
  /(?:ありません|ございません|ではない|はない|がない|もない|いない|おらず|おりません|いません|ません|なかった|なし|無し|未確認|不明|没有|不存在|否)/u;
export const DENIED_BEFORE_CJK =
  /(?:尚未|并未|並未|从未|從未|仍未|还未|未(?:发现|發現|发生|發生|见|見|观察|觀察|检测|檢測|监测|監測|知|曾|有|收到|确认|確認|公开|公開|被|报告|報告)|没有|沒有|并无|並無|暂无|暫無|尚无|尚無|无(?:证据|迹象|已知|在野|人|任何|公开)|無(?:證據|跡象|已知|任何)|不(?:存在|知|清楚|会|會)|なし|未確認)/u;
export const SUPPOSED_CJK =
  /(?:可能|恐れ|おそれ|場合|かどうか|か否か|是否|如果|若|もし|能够|能夠|可以|可被|可导致|有望|懸念|风险|風險)/u;

/** "If it is exploited", "could be exploited", "is likely to be exploited": a possibility, and no news. */
export const SUPPOSING = word(
  'if|unless|in case|when|whether|once|before|until|could|can|cannot|may|might|would|should|must|likely|expected to|potential(?:ly)?|possib(?:le|ly|ility)|risks? of|falls|suspected|alleged(?:ly)?|so[- ]called',
  'prevent(?:s|ed|ing)?|protect(?:s|ed|ing)? (?:\\p{L}+ ){0,3}?(?:from|against)|rather than|instead of|theoretical(?:ly)?',
  'ob|sofern|falls|wenn|bevor|könnten?|kann|können|sollten?|möglich\\p{L}*|mutmaßlich|eventuell|indien|als(?= (?:deze|dit|de|het|een|er|u|uw)(?!\\p{L}))|zou|kan|kunnen|mogelijk\\p{L}*',
  'pourra(?:it|ient)|peut|peuvent|possible(?:s|ment)?|lorsqu|quand|podrían?|puede|pueden|posibles?|podría|poderiam?|pode|podem|possíve(?:l|is)|può|possono|potrebbe(?:ro)?|possibil[ei]|se(?= (?:\\p{L}+ ){0,3}?(?:sfruttat|explorad))',
  'si(?! (?:è|stanno|sta|sono|rileva\\p{L}*))',
);
/** "Exploit attempts would be logged", "active exploitation is unlikely". */
export const SUPPOSED_AFTER =
  /^[\s\p{L}]{0,30}?(?<!\p{L})(?:could|can|may|might|would|should|(?:is|are) (?:(?:less|more|highly|very|also|theoretically) )*(?:(?:un)?likely|(?:im)?possible|expected|suspected)|(?:ist|sind|wäre) (?:\p{L}+ ){0,2}?(?:möglich|denkbar|wahrscheinlich)|kann|können|könnten?|kan|kunnen|zou|peut|pourrait|puede|podría|pode|poderia|può|potrebbe)(?!\p{L})|^\s*\?|^\s*[:=]\s*(?:unknown|possibl[ey]|maybe|likely|unbekannt|möglich|onbekend|inconnu)/iu;

/** "Apple is aware of a report that this may have been exploited" is how attacks are announced. */
export const HEDGED_REPORT =
  /(?<!\p{L})(?:(?:is|are|was|were|am|became|been) aware|received|has seen|have seen)(?: of)? (?:(?:an?|one|some|several|multiple|credible|limited|recent|numerous) )*(?:reports?|information|claims|indications?)(?: indicating| suggesting)? that [^.;]{0,80}?(?:may|might|could)(?: have)?(?: been)?$/iu;

const LOOKING =
  'check|monitor|review|look(?:ing)?|search|scan|hunt|watch|inspect|examine|analy[sz]e|verify|determine|investigate|assess|audit|query|detect(?:ing|ion|s)?|identify(?:ing)?|block(?:s|ing)?|prevent(?:s|ing)?|log|report|signatures?|indicators?|rules?|prüfen|überprüfen|kontrollieren|untersuchen|suchen|achten|überwachen|melden|controleer|monitor|zoek|vérifiez|vérifier|surveillez|recherchez|compruebe|verifique|revise|busque|vigile|monitore|procure|verificare|verificate|controllare|monitorare|cercare';
/** "Check your logs for exploitation attempts": what one is to look for. */
export const LOOKED_FOR = new RegExp(
  `^[\\s\\p{P}\\d]*(?:(?:please|to|also|then|additionally|we recommend(?: to)?|and) )*(?:${LOOKING})(?!\\p{L})`,
  'iu',
);
/** "… for signs of", "a rule that detects": beside a verb of telling these are no news. */
export const SOUGHT = word(
  '(?:for|about|on) (?:any |possible |potential |further |the |early )*(?:signs?|evidence|indications?|indicators?|traces?|symptoms?) of',
  '(?:for|against) (?:any |further |possible |potential |the )*$',
  '(?:detects?|detecting|blocks?|blocking|logs?|logging|prevents?|preventing|recogni[sz]es?|alerts? on|mitigates?|stops?|reduces?|indicates?|identif(?:y|ies))',
  '(?:rules?|signatures?|sensors?|(?:log )?quer(?:y|ies)|detections?|indicators?|yara|sigma|snort|suricata|ids|ips|waf) (?:\\p{L}+ ){0,2}?(?:for|of|to|against|on)',
  'auf (?:\\p{L}+ )?(?:anzeichen|hinweise|spuren)|(?:erkennt|erkennen|blockiert|blockieren|verhindert|verhindern)|op (?:sporen|tekenen)|(?:détecte|bloque|empêche)r?|(?:detecta|bloquea|impide)r?|(?:rileva|blocca)(?:re)?',
);
/** "Exploitation is detected by rule 1234". */
export const SOUGHT_AFTER =
  /^\s*(?:attempts?\s)?(?:(?:is|are|will be|can be|gets?)\s)?(?:(?:detected|observed|reported|blocked|logged|seen)\s)?(?:by|with|using) (?:the |an? |our |your )?(?:\p{L}+ ){0,2}?(?:rules?|signatures?|sensors?|ids|ips|waf|edr|firewalls?|antivirus|snort|suricata|scanners?|quer(?:y|ies))(?!\p{L})/iu;
