// Monitoring: the scrape example, the alert rules and the dashboard against the metrics that hub and worker really expose,
// and against the PromQL grammar that Prometheus publishes. Prometheus and Grafana themselves do not run here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { hubFigures, workerFigures } from '../../support/deploy/figures.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

type Rule = {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
};
const rules: readonly Rule[] = parse(read('deploy/monitoring/alerts.yml')).groups.flatMap(
  (group: { rules: Rule[] }) => group.rules,
);

type Panel = {
  readonly id: number;
  readonly title: string;
  readonly gridPos: { x: number; y: number; w: number; h: number };
  readonly targets: readonly { refId: string; expr: string }[];
};
const dashboard: { readonly uid: string; readonly panels: readonly Panel[] } = JSON.parse(
  read('deploy/monitoring/dashboard.json'),
);

const expressions: readonly (readonly [string, string])[] = [
  ...rules.map(({ alert, expr }) => [`alert ${alert}`, expr] as const),
  ...dashboard.panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => [`panel ${title}`, expr.replaceAll('$__rate_interval', '5m')] as const),
  ),
];

type Selector = { readonly metric: string; readonly labels: readonly string[] };

/** The selectors of an expression with the labels that it uses, in matchers or groupings. */
const readPromql = (expression: string): { readonly isSound: boolean; readonly selectors: Selector[] } => {
  let isSound = true;
  const selectors: Selector[] = [];
  const grouped: string[] = [];
  const textOf = ({ from, to }: SyntaxNode): string => expression.slice(from, to);
  const namesBelow = (node: SyntaxNode, kind: string): string[] => {
    const names: string[] = [];
    node.cursor().iterate((each) => {
      if (each.name === kind) names.push(textOf(each.node));
    });
    return names;
  };
  parser.parse(expression).iterate({
    enter: ({ type, node }) => {
      if (type.isError) isSound = false;
      if (type.name === 'VectorSelector') {
        const metric = node.getChild('Identifier');
        selectors.push({
          metric: metric === null ? '' : textOf(metric),
          labels: namesBelow(node, 'LabelName'),
        });
      }
      if (type.name === 'GroupingLabels') grouped.push(...namesBelow(node, 'LabelName'));
    },
  });
  return {
    isSound,
    selectors: selectors.map(({ metric, labels }) => ({ metric, labels: [...labels, ...grouped] })),
  };
};

/** Labels that Prometheus itself adds to every sample, and those of histograms. */
const OF_PROMETHEUS = ['job', 'instance'];

let world: TestHub;
/** Names of samples with their labels, as hub and worker write them. */
const samples = new Map<string, Set<string>>([['up', new Set()]]);
beforeAll(async () => {
  world = await openTestHub();
  const text = `${await hubFigures(world.hub)}\n${await workerFigures(world)}`;
  for (const [, name = '', , inside = ''] of text.matchAll(/^([a-z_0-9]+)(\{(.*)\})? \S+$/gm)) {
    const labels = samples.get(name) ?? new Set();
    for (const [, label = ''] of inside.matchAll(/(\w+)="/g)) labels.add(label);
    samples.set(name, labels);
  }
});
afterAll(() => world.close());

describe('alert rules and dashboard', () => {
  test('there are some, and each of our metrics is used by one of them', () => {
    expect(rules.length).toBeGreaterThan(8);
    const used = new Set(
      expressions.flatMap(([, text]) => readPromql(text).selectors.map(({ metric }) => metric)),
    );
    const ours = [...samples.keys()].filter(
      (name) => name.startsWith('tocsin_') && !/_(sum|count)$/.test(name),
    );
    expect(ours.length).toBeGreaterThan(10);
    expect(ours.filter((name) => !used.has(name))).toEqual([]);
  });

  test.each(expressions)('%s is PromQL over existing metrics and labels', (_, expression) => {
    const { isSound, selectors } = readPromql(expression);
    expect([expression, isSound]).toEqual([expression, true]);
    expect(selectors.length).toBeGreaterThan(0);
    for (const { metric, labels } of selectors) {
      const known = samples.get(metric);
      expect([metric, known === undefined]).toEqual([metric, false]);
      for (const label of labels)
        expect([metric, label, known?.has(label) || OF_PROMETHEUS.includes(label)]).toEqual([
          metric,
          label,
          true,
        ]);
    }
  });

  test('the same check finds a misspelling', () => {
    expect(readPromql('sum by (code) (rate(x[5m])').isSound).toBe(false);
    expect(readPromql('max(tocsin_lease_hold{end="x"}) by (name)').selectors).toEqual([
      { metric: 'tocsin_lease_hold', labels: ['end', 'name'] },
    ]);
    expect(samples.has('tocsin_lease_hold')).toBe(false);
  });
});

describe('deploy/monitoring/alerts.yml', () => {
  test('each rule has known fields, a severity, and texts for a person', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    for (const rule of rules) {
      const { alert, for: lasting = '1m', labels, annotations, expr: _, ...rest } = rule;
      expect([alert, rest]).toEqual([alert, {}]);
      expect([alert, /^\d+[smh]$/.test(lasting), labels['severity']]).toEqual([
        alert,
        true,
        expect.stringMatching(/^(page|ticket)$/),
      ]);
      expect(Object.keys(annotations).sort()).toEqual(['description', 'summary']);
    }
  });

  test('a label used in the texts is one that the alert has', () => {
    for (const { alert, expr, annotations } of rules) {
      const said = [...JSON.stringify(annotations).matchAll(/\$labels\.(\w+)/g)].map(
        ([, label = '']) => label,
      );
      const { selectors } = readPromql(expr);
      // An aggregation keeps only the grouped labels; without one the labels of Prometheus stay.
      const isSummed = /\b(sum|max|min)\b/.test(expr);
      const left = isSummed
        ? [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, by = '']) => by.split(/, */))
        : OF_PROMETHEUS;
      expect(selectors.length).toBeGreaterThan(0);
      expect([alert, said.filter((label) => !left.includes(label))]).toEqual([alert, []]);
    }
  });

  test('each is explained in the guide, and the guide names no others', () => {
    const documented = [...read('docs/OPERATING.md').matchAll(/^\| `(Tocsin\w+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect(documented.toSorted()).toEqual(rules.map(({ alert }) => alert).toSorted());
  });
});

test('the scrape example reads the key from a file, and names the jobs that rules and dashboard query', () => {
  const { scrape_configs: configs, rule_files: files } = parse(read('deploy/monitoring/prometheus.yml'));
  expect(files).toEqual(['alerts.yml']);
  for (const config of configs) {
    expect(config.metrics_path).toBe('/metrics');
    expect(config.authorization).toEqual({ type: 'Bearer', credentials_file: expect.any(String) });
  }
  const jobs = configs.map((config: { job_name: string }) => config.job_name);
  const asked = expressions.flatMap(([, text]) => [...text.matchAll(/job="([^"]+)"/g)].map(([, job]) => job));
  expect([...new Set(asked)].sort()).toEqual(jobs.toSorted());
  // The chart uses the same job names.
  const monitors = read('deploy/helm/tocsin/templates/service-monitors.yaml');
  expect(monitors).toContain('replacement: tocsin-{{ $part }}');
});

test('the panels have unique ids and do not overlap', () => {
  const { panels } = dashboard;
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, at) => `${x + (at % w)}:${y + Math.floor(at / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
});
