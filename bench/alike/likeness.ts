// `node bench/alike/likeness.ts DATA`: recall and precision of linking alike warnings, on the data sets csirts,
// csaf-cisa and csaf-cisa-revisions under DATA. Prints the table and writes it to bench/alike/likeness.md with the
// commit.
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCsaf } from '../../src/exchange/csaf/read-csaf.ts';
import { advisoryKey } from '../../src/exchange/csaf/tracking.ts';
import {
  type Advisory,
  type Asserted,
  assertedByAdvisory,
  assertedByNetwork,
  type Figures,
  figuresOf,
  MODES,
  type NetworkEvent,
} from './likeness-figures.ts';

const [data] = process.argv.slice(2);
if (data === undefined) throw new Error('name the data folder: node bench/alike/likeness.ts DATA');

type Read = Advisory & { readonly key: string };

const read = (file: string): Read => {
  const form = readCsaf(readFileSync(file, 'utf8'), { maxObjects: 50 });
  if (!form.ok) throw new Error(`${file}: ${form.problems[0]?.message}`);
  const { externalId: id, headline, cves, published, sectors } = form.draft;
  return { id, headline, cves, published, sectors, key: advisoryKey(form.advisory) };
};

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

const line = (name: string, figures: Figures): string => {
  const { warnings, truth, linked, linkedRight, proposed, proposedRight } = figures;
  const cells = [
    name,
    warnings,
    truth,
    `${linkedRight} of ${linked}`,
    share(linkedRight, linked),
    share(linkedRight, truth),
    `${proposedRight} of ${proposed}`,
    share(linkedRight + proposedRight, truth),
  ];
  return `| ${cells.join(' | ')} |`;
};

const advisories = globSync(path.join(data, 'csaf-cisa/{OT,IT}/**/*.json')).sort().map(read);
const states = globSync(path.join(data, 'csaf-cisa-revisions/*/*.json')).sort().map(read);
const events = JSON.parse(
  readFileSync(path.join(data, 'csirts/one-event-many-warnings.json'), 'utf8'),
) as NetworkEvent[];

const distinct: Asserted[] = advisories.map((advisory) => assertedByAdvisory(advisory));
const relayed: Asserted[] = states.map((state, index) => ({
  ...assertedByAdvisory(state, `relay-${index}`),
  event: state.key,
}));
const network = (mode: (typeof MODES)[number]): Asserted[] =>
  events.flatMap((event) => assertedByNetwork(event, mode));

const rows = [
  ...MODES.map((mode) => line(`csirts, ${mode}`, figuresOf(network(mode)))),
  line('csaf-cisa, as if by 400 publishers', figuresOf(distinct)),
  line('csaf-cisa and csirts, PART', figuresOf([...distinct, ...network('PART')])),
  line('csaf-cisa and csirts, TITLE', figuresOf([...distinct, ...network('TITLE')])),
  line('csaf-cisa-revisions, each state as if by another', figuresOf(relayed)),
];
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const text = `# Alike warnings: recall and precision

Made by \`node bench/alike/likeness.ts DATA\` at ${commit}. Pairs are by different publishers. *right* counts those that are really about one
event; pairs between the thresholds are proposed to a reviewer. The modes of csirts are explained in
[likeness-figures.ts](likeness-figures.ts); its titles and CVEs are real, its dates and which warning names which CVE are generated.

| data | warnings | true pairs | linked, right | precision of links | recall of links | proposed, right | recall with proposals |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

Matched by advisory id, the ${states.length} states of csaf-cisa-revisions are ${new Set(states.map(({ key }) => key)).size} warnings, before likeness is considered.
`;
writeFileSync(new URL('likeness.md', import.meta.url), text);
process.stdout.write(text);
