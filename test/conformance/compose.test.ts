// docker-compose.yml by an outside judge: dclint checks it against the compose specification's own JSON schema.
// This project is built without a container engine, so nothing here proves that it starts.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DCLinter } from 'dclint';
import { parse } from 'yaml';

interface Service {
  image?: string;
  profiles?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: unknown;
  ports?: string[];
  deploy?: { replicas: number };
  command?: string[];
  read_only?: boolean;
  user?: string;
}

// dclint's own types refer to files that it does not ship.
interface Message {
  line: number;
  rule: string;
  message: string;
}

function judge(file: string, rules: Record<string, 0>): Message[] {
  const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
  return linter.lintFiles([file], false).flatMap(({ messages }: { messages: Message[] }) => messages);
}

const text = readFileSync('docker-compose.yml', 'utf8');
const services: Record<string, Service> = parse(text, { merge: true }).services;
const inProfile = (profile: string | null) =>
  Object.entries(services).filter(
    ([, { profiles }]) => !profiles || (profile !== null && profiles.includes(profile)),
  );
const countOf = (profile: string | null, part: string) =>
  inProfile(profile)
    .filter(([, { command }]) => command?.some((word) => word === part))
    .reduce((sum, [, { deploy }]) => sum + (deploy?.replicas ?? 1), 0);

describe('docker-compose.yml', () => {
  test('conforms to the compose specification', () => {
    // The order of services is meaningful here, and the linter does not read a variable as an interface (the test of the
    // one port does); the other rules apply.
    const off = [
      'services-alphabetical-order',
      'service-keys-order',
      'service-dependencies-alphabetical-order',
      'top-level-properties-order',
      'no-unbound-port-interfaces',
    ];
    const rules = Object.fromEntries(off.map((rule) => [rule, 0 as const]));
    const messages = judge('docker-compose.yml', rules);
    expect(messages.map(({ line, rule, message }) => `${line}: ${rule}: ${message}`)).toEqual([]);
  });

  test('runs one of each, and with the profile `ha` three nodes, two hubs and three workers', () => {
    expect([countOf(null, 'mongod'), countOf(null, 'src/main.ts'), countOf(null, 'workers/main.ts')]).toEqual(
      [1, 1, 1],
    );
    expect([countOf('ha', 'mongod'), countOf('ha', 'src/main.ts'), countOf('ha', 'workers/main.ts')]).toEqual(
      [3, 2, 3],
    );
  });

  test('opens one port, on loopback unless set otherwise', () => {
    const open = Object.values(services).flatMap(({ ports }) => ports ?? []);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: compose's own syntax
    expect(open).toEqual(['${TOCSIN_ADDRESS:-127.0.0.1}:${TOCSIN_PORT:-4000}:4000']);
  });

  test('contains no password: each is required from outside', () => {
    const used = [...text.matchAll(/\$\{(\w*PASSWORD)([^}]*)\}/g)];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(([, , rest]) => !rest?.startsWith(':?'))).toEqual([]);
    const known = new Set(readFileSync('docker/make-env.sh', 'utf8').match(/TOCSIN_\w+(?==)/g));
    expect(used.filter(([, name]) => !known.has(name ?? ''))).toEqual([]);
  });

  test('waits for health, and every service waited for has a health check', () => {
    for (const [name, { depends_on: after = {} }] of inProfile('ha')) {
      for (const [other, { condition }] of Object.entries(after)) {
        expect([name, other, condition]).not.toContain('service_started');
        if (condition === 'service_healthy') expect(services[other]?.healthcheck).toBeDefined();
      }
    }
  });

  test('hub and worker run without privileges on a read-only file system', () => {
    for (const name of ['hub', 'hub-2', 'worker', 'worker-ha']) {
      expect(services[name]).toMatchObject({ read_only: true, user: 'node', cap_drop: ['ALL'] });
    }
  });
});

test('the same judge rejects a broken compose file', () => {
  const messages = judge('test/conformance/broken-compose.yaml', {});
  expect(messages.map(({ rule }) => rule)).toContain('invalid-schema');
});
