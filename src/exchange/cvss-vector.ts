// Checks that a text is a CVSS vector (CVSS 3.0, 3.1 §6 and 4.0 §7, tables of metrics): all base metrics present, each
// metric at most once and with a valid value. The score is not computed.

const METRICS_3 = `AV:NALP AC:LH PR:NLH UI:NR S:UC C:NLH I:NLH A:NLH | E:XUPFH RL:XOTWU RC:XURC CR:XLMH IR:XLMH AR:XLMH
  MAV:XNALP MAC:XLH MPR:XNLH MUI:XNR MS:XUC MC:XNLH MI:XNLH MA:XNLH`;
const METRICS_4 = `AV:NALP AC:LH AT:NP PR:NLH UI:NPA VC:HLN VI:HLN VA:HLN SC:HLN SI:HLN SA:HLN | E:XAPU CR:XHML IR:XHML AR:XHML
  MAV:XNALP MAC:XLH MAT:XNP MPR:XNLH MUI:XNPA MVC:XHLN MVI:XHLN MVA:XHLN MSC:XHLN MSI:XSHLN MSA:XSHLN S:XNP AU:XNY R:XAUI V:XDC
  RE:XLMH`;
/** Provider urgency is the only metric whose values are words (4.0 §2.5). */
const URGENCY = ['X', 'Clear', 'Green', 'Amber', 'Red'];

type Metrics = { readonly base: readonly string[]; readonly values: ReadonlyMap<string, readonly string[]> };

const metricsOf = (table: string, words: readonly (readonly [string, readonly string[]])[] = []): Metrics => {
  const read = (part: string): (readonly [string, readonly string[]])[] =>
    part
      .trim()
      .split(/\s+/)
      .map((metric) => [metric.split(':')[0] ?? '', [...(metric.split(':')[1] ?? '')]]);
  const [base = '', further = ''] = table.split('|');
  return {
    base: read(base).map(([name]) => name),
    values: new Map([...read(base), ...read(further), ...words]),
  };
};

const BY_VERSION: ReadonlyMap<string, Metrics> = new Map([
  ['3.0', metricsOf(METRICS_3)],
  ['3.1', metricsOf(METRICS_3)],
  ['4.0', metricsOf(METRICS_4, [['U', URGENCY]])],
]);

const LONGEST = 300;

/** The CVSS version (3.0, 3.1, 4.0) of a vector, or null when the text is not one. */
export function cvssVersionOf(text: string): string | null {
  if (text.length > LONGEST) return null;
  const [prefix, ...parts] = text.split('/');
  const version = /^CVSS:(\d\.\d)$/.exec(prefix ?? '')?.[1] ?? '';
  const metrics = BY_VERSION.get(version);
  if (metrics === undefined) return null;
  const names = parts.map((part) => part.slice(0, part.indexOf(':')));
  const areKnown = parts.every((part, at) => {
    const name = names[at] ?? '';
    return metrics.values.get(name)?.includes(part.slice(name.length + 1)) === true;
  });
  const isWhole = metrics.base.every((name) => names.includes(name)) && new Set(names).size === names.length;
  return areKnown && isWhole ? version : null;
}
