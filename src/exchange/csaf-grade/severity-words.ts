// Words for a severity as issuers write them, in their languages: "Important", "kritisch", "élevée", "高危". Used where an
// advisory gives no score.
import type { Severity } from '../../domain/warning.ts';

/** Alternatives of a regular expression; a star stands for any ending. */
const WORDS: readonly (readonly [Severity, string])[] = [
  [
    'EXTREME',
    `critical extreme very.high kritisch* kritiek* sehr.hoch zeer.hoog critique* très.élevée? crític[oa]s? critic[oa] muy.alt[oa]
     muito.alt[oa] molto.alt[oa] krytyczn* kritisk* kritick* kriittinen критическ* 緊急 严重 紧急 危急 超危 심각`,
  ],
  [
    'SEVERE',
    `high important(?:e|es)? severe serious hoch hohe[rs]? schwerwiegend* hoog hoge haute? élevée?s? grave alt[oa] hög* høj høy
     wysok* vysok* korkea высок* 重要 高 高危 높음`,
  ],
  [
    'MODERATE',
    `medium moderate mittel* middel* midden gemiddeld* moyen(?:ne)? modérée? moderad[oa] moderat[oa]? medi[oa] médi[oa] medel*
     średni* středn* keskitaso средн* 警告 中 中危 보통`,
  ],
  [
    'MINOR',
    `low minor minimal informational info niedrig* gering* laag lage faible basse? baj[oa] baix[oa] bass[oa] låg* lav nisk* nízk*
     matala низк* 注意 低 低危 낮음`,
  ],
];

const patternOf = (words: string): RegExp => {
  const alternatives = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('.', '[\\s-]').replaceAll('*', '\\p{L}*'));
  return new RegExp(`(?<!\\p{L})(?:${alternatives.join('|')})(?!\\p{L})`, 'iu');
};

const PATTERNS = WORDS.map(([severity, words]) => [severity, patternOf(words)] as const);

const NEGATED = /(?<!\p{L})(?:not|non|no|nicht|niet|unkritisch|less|weniger)[\s\p{Pd}]+\p{L}+/giu;
const SCORE = /(?<![\d.])(10(?:\.0)?|\d\.\d)(?![\d.])/;

/** "CVSS v3.1 Base Score: 9.8": the version of CVSS is no score. In "CVSS 3.1" alone it is one. */
const SURE_VERSION = /CVSS[\s:_-]*v(?:er(?:sion)?)?[.\s]*\d(?:\.\d)?(?![\d.])/giu;
const VERSION = /CVSS[\s:_-]*(?:2\.0|3\.[01]|4\.0)(?![\d.])/giu;

const scoreIn = (text: string): string | undefined => {
  const rest = text.replace(SURE_VERSION, ' ');
  return SCORE.exec(rest.replace(VERSION, ' '))?.[1] ?? SCORE.exec(rest)?.[1];
};

/** The worst severity that the text names by a word or by a CVSS score. */
export function severityOfText(text: string | undefined): Severity {
  if (text === undefined) return 'UNKNOWN';
  const stated = text.normalize('NFC').replace(NEGATED, ' ');
  const named = PATTERNS.find(([, pattern]) => pattern.test(stated))?.[0];
  if (named !== undefined) return named;
  const score = scoreIn(stated);
  return score === undefined ? 'UNKNOWN' : severityOfScore(Number(score));
}

/** CVSS bands (3.1 §5, 4.0 §6): critical from 9.0, high from 7.0, medium from 4.0, low and none below. */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'EXTREME';
  if (score >= 7) return 'SEVERE';
  if (score >= 4) return 'MODERATE';
  return 'MINOR';
}
