// The Helm chart by outside judges: Helm's own linter and renderer (its Go SDK), and the JSON schemas of the Kubernetes API
// for the oldest and a recent version. Without a cluster this does not show that it starts, nor that the Prometheus
// operator accepts the ServiceMonitors.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Judged, judgeChart, kubernetesJudge, type Manifest } from '../../support/judges/helm.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const CHART = path.join(ROOT, 'deploy/helm/tocsin');

const OLDEST = '1.30.0';
const RECENT = '1.36.0';

const secret = { servers: { existingSecret: 'tocsin-servers' } };
const everything = {
  servers: { ...secret.servers, secretsKeyKey: 'SECRETS_KEY' },
  imagePullSecrets: [{ name: 'registry' }],
  settings: { TOCSIN_SECURITY_CONTACT: 'mailto:security@hub.example', TOCSIN_MAX_STREAMS: 4000 },
  hub: { podAnnotations: { a: 'b' }, nodeSelector: { disk: 'ssd' }, tolerations: [{ operator: 'Exists' }] },
  ingress: {
    enabled: true,
    className: 'nginx',
    host: 'hub.example',
    tlsSecret: 'hub-tls',
    annotations: { 'nginx.ingress.kubernetes.io/proxy-buffering': 'off' },
  },
  networkPolicy: {
    clients: [{ namespaceSelector: { matchLabels: { name: 'ingress' } } }],
    monitoring: [{ namespaceSelector: { matchLabels: { name: 'monitoring' } } }],
    mongodb: { to: [{ ipBlock: { cidr: '192.0.2.0/24' } }] },
    redis: { to: [{ podSelector: { matchLabels: { app: 'redis' } } }] },
    https: { ports: [] },
    mail: { to: [{ ipBlock: { cidr: '192.0.2.25/32' } }], ports: [2525] },
  },
  serviceMonitor: { enabled: true, labels: { release: 'prometheus' }, keySecret: { name: 'scrape-key' } },
};
const bare = {
  ...secret,
  podDisruptionBudget: { enabled: false },
  networkPolicy: { enabled: false },
  serviceAccount: { create: false },
};

const portsOf = (each: Manifest | undefined) =>
  each?.['spec'].egress.flatMap((rule: { ports: { port: number }[] }) => rule.ports.map(({ port }) => port));

/** The pinned Helm library is for this system; elsewhere the test is skipped, and the run says so. */
const onLinux = process.platform === 'linux' && process.arch === 'x64' ? describe : describe.skip;

onLinux('the chart, by Helm and by the schemas of Kubernetes', () => {
  const judged = new Map<string, Judged>();
  const isValid = new Map<string, (manifest: Manifest) => readonly string[]>();
  const of = (name: string): Judged => judged.get(name) as Judged;
  const kinds = (name: string): string[] =>
    of(name)
      .manifests.map((each) => `${each.kind} ${each.metadata.name}`)
      .sort();
  const found = (name: string, kind: string): Manifest[] =>
    of(name).manifests.filter((each) => each.kind === kind);

  beforeAll(async () => {
    const values = {
      secret,
      everything,
      bare,
      nothing: {},
      unknownValue: { ...secret, replicas: 3 },
      ownPort: { ...secret, settings: { TOCSIN_PORT: 5000 } },
      noTls: { ...secret, ingress: { enabled: true, host: 'hub.example' } },
      noKey: { ...secret, serviceMonitor: { enabled: true } },
    };
    const answers = await judgeChart(CHART, Object.values(values));
    Object.keys(values).forEach((name, at) => {
      judged.set(name, answers[at] as Judged);
    });
    for (const version of [OLDEST, RECENT]) isValid.set(version, await kubernetesJudge(version));
  });

  test.each(['secret', 'everything', 'bare'])(
    'with values "%s" the linter finds nothing, strictly',
    (name) => {
      expect(of(name)).toMatchObject({ error: null, findings: [] });
      expect(of(name).manifests.length).toBeGreaterThanOrEqual(4);
    },
  );

  test.each([OLDEST, RECENT])(
    'its manifests conform to Kubernetes %s, ServiceMonitors not checked',
    (version) => {
      const judge = isValid.get(version);
      for (const name of ['secret', 'everything', 'bare']) {
        const own = of(name).manifests.filter(({ kind }) => kind !== 'ServiceMonitor');
        expect(own.flatMap((manifest) => judge?.(manifest))).toEqual([]);
      }
    },
  );

  test('the same judge refuses a misspelt field and a value of the wrong type', () => {
    const [deployment] = structuredClone(found('secret', 'Deployment'));
    if (deployment === undefined) throw new Error('no deployment');
    deployment['spec'].template.spec.containers[0].readinesProbe = {};
    deployment['spec'].replicas = 'two';
    expect(isValid.get(OLDEST)?.(deployment).join('\n')).toMatch(
      /readinesProbe[\s\S]*replicas|replicas[\s\S]*readinesProbe/,
    );
  });

  test('without the secret, or with unknown values, it is refused with a remedy', () => {
    expect(of('nothing').error).toContain('servers.existingSecret is required');
    expect(of('unknownValue').error ?? '').toMatch(/replicas/);
    expect(of('ownPort').error ?? '').toMatch(/TOCSIN_PORT/);
    expect(of('noTls').error).toContain('ingress.tlsSecret is required');
    expect(of('noKey').error).toContain('serviceMonitor.keySecret.name is required');
  });

  test('it renders what an operator expects, and with everything off only what it needs', () => {
    expect(kinds('bare')).toEqual([
      'Deployment bell-tocsin-hub',
      'Deployment bell-tocsin-worker',
      'Service bell-tocsin',
      'Service bell-tocsin-worker',
    ]);
    expect(kinds('everything')).toEqual(
      [
        ...kinds('bare'),
        'Ingress bell-tocsin',
        'NetworkPolicy bell-tocsin-hub',
        'NetworkPolicy bell-tocsin-worker',
        'PodDisruptionBudget bell-tocsin-hub',
        'PodDisruptionBudget bell-tocsin-worker',
        'ServiceAccount bell-tocsin',
        'ServiceMonitor bell-tocsin-hub',
        'ServiceMonitor bell-tocsin-worker',
      ].sort(),
    );
  });

  test('no pod runs as root, writes to its image, talks to the Kubernetes API or holds a password', () => {
    for (const { spec } of found('everything', 'Deployment')) {
      const pod = spec.template.spec;
      const [container] = pod.containers;
      expect(pod.automountServiceAccountToken).toBe(false);
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.resources.limits.memory).toBeDefined();
      for (const { name, value } of container.env)
        expect([name, value === undefined]).toEqual([name, /_URL$|_SECRETS_KEY$/.test(name)]);
      expect(container.livenessProbe.httpGet.path).toBe('/healthz');
      expect(container.readinessProbe.httpGet.path).toBe('/readyz');
    }
    expect(JSON.stringify(of('everything').manifests)).not.toMatch(/mongodb:\/\/|redis:\/\//);
  });

  test('hub and worker reach their servers, identity providers and webhooks, and the worker the mail server', () => {
    const [hub, worker] = found('everything', 'Deployment');
    const names = (each: Manifest | undefined) =>
      each?.['spec'].template.spec.containers[0].env.map(({ name }: { name: string }) => name);
    expect(names(hub)).toContain('REDIS_URL');
    expect(names(worker)).toContain('REDIS_URL');
    const [hubPolicy, workerPolicy] = found('secret', 'NetworkPolicy');
    expect(portsOf(hubPolicy)).toEqual([53, 53, 27017, 6379, 443, 8443]);
    expect(portsOf(workerPolicy)).toEqual([53, 53, 27017, 6379, 443, 8443, 25, 465, 587]);
    const [narrowHub, narrow] = found('everything', 'NetworkPolicy');
    expect(portsOf(narrowHub)).toEqual([53, 53, 27017, 6379]);
    expect(portsOf(narrow)).toEqual([53, 53, 27017, 6379, 2525]);
    expect(narrow?.['spec'].egress.at(-1).to).toEqual(everything.networkPolicy.mail.to);
    expect(narrow?.['spec'].ingress[0].from).toEqual(everything.networkPolicy.monitoring);
  });

  test('secrets are sealed by a key of the secret; a pod makes none, since it would be lost with it', () => {
    const keys = (name: string) =>
      found(name, 'Deployment').map(({ spec }) =>
        spec.template.spec.containers[0].env.filter((each: { name: string }) => /SECRETS/.test(each.name)),
      );
    const none = { name: 'TOCSIN_SECRETS_KEY_FILE', value: 'none' };
    const secretKeyRef = { name: everything.servers.existingSecret, key: 'SECRETS_KEY' };
    const given = { name: 'TOCSIN_SECRETS_KEY', valueFrom: { secretKeyRef } };
    expect(keys('bare')).toEqual([[none], [none]]);
    expect(keys('everything')).toEqual([
      [given, none],
      [given, none],
    ]);
  });

  test('it starts programs of the image, and has the project’s version', () => {
    const programs = found('bare', 'Deployment').map(
      ({ spec }) => spec.template.spec.containers[0].command[1],
    );
    const compose = readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8');
    for (const program of programs) expect(compose).toContain(`"node", "${program}"`);
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    for (const { spec } of found('bare', 'Deployment'))
      expect(spec.template.spec.containers[0].image).toBe(`tocsin:${version}`);
  });
});
