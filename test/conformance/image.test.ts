// The image from its own Dockerfile, without a container engine: its COPY and RUN lines are applied to an empty folder,
// and hub, worker, sample and command line run from there, with the commands of docker-compose.yml, as another user, on a
// read-only tree. It does not show that the base image is as expected, nor that an engine builds it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { pipelineState } from '../../src/service/health/store-health.ts';
import { buildImage, contextFilter, type Image } from '../support/deploy/image.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { eventually, freePort, hubEnvironment, type Process } from '../support/processes.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

type Service = { readonly command: string[]; readonly healthcheck: { readonly test: string[] } };
const services: Record<'hub' | 'worker' | 'sample', Service> = parse(read('docker-compose.yml'), {
  merge: true,
}).services;

let image: Image;
let world: TestHub;
let env: NodeJS.ProcessEnv;
const running: Process[] = [];
beforeAll(async () => {
  image = buildImage();
  world = await openTestHub();
  // Its data is where the image says.
  const { TOCSIN_DATA: _, ...ofHub } = await hubEnvironment(world);
  env = {
    ...ofHub,
    TOCSIN_HOST: '127.0.0.1',
    TOCSIN_WORKER_PORT: String(await freePort()),
    TOCSIN_LOG_LEVEL: 'info',
  };
});
afterAll(async () => {
  for (const each of running) await each.kill();
  await world.close();
  image.close();
});

/** A health check of the compose file, with this test's ports. */
const isHealthy = ({ healthcheck }: Service): boolean => {
  const [kind, ...command] = healthcheck.test;
  expect(kind).toBe('CMD');
  const ports: Record<string, string | undefined> = {
    ':4000/': env['TOCSIN_PORT'],
    ':4001/': env['TOCSIN_WORKER_PORT'],
  };
  const here = command.map((word) => word.replace(/:400[01]\//, (port) => `:${ports[port] ?? ''}/`));
  expect(here).not.toEqual(command);
  return image.run(here, {}).code === 0;
};

test('holds nothing of this machine or of development', () => {
  const lock = JSON.parse(read('package-lock.json')).packages as Record<
    string,
    { dev?: boolean; optional?: boolean; devOptional?: boolean }
  >;
  const left = Object.entries(lock).filter(
    ([, { dev, optional, devOptional }]) => dev || optional || devOptional,
  );
  expect(left.length).toBeGreaterThan(100);
  expect(left.filter(([name]) => existsSync(image.at(`/tocsin/${name}`)))).toEqual([]);
  expect(readdirSync(image.at('/tocsin')).sort()).toEqual(
    [
      ...['LICENSE', 'NOTICE', 'bin', 'build', 'data', 'node_modules', 'package.json', 'packages'],
      ...['schema', 'scripts', 'seeds', 'src', 'workers'],
    ].sort(),
  );
});

test('no password, key, build or git data of this machine can get in', () => {
  const keeps = contextFilter();
  const secrets = [
    '.env',
    '.env.local',
    'docker/.env',
    'src/.env',
    '.tocsin/keys/analyst.key',
    'seeds/analyst.key',
  ];
  const builds = ['node_modules/x.js', 'packages/stix2-ts/dist/bundle.js', '.git/config', 'test/x.ts'];
  expect([...secrets, ...builds].filter(keeps)).toEqual([]);
  expect(
    ['src/main.ts', 'data/kev/known-exploited.json', 'bin/tocsin.mjs'].filter((file) => !keeps(file)),
  ).toEqual([]);
  const ignored = spawnSync('git', ['check-ignore', '--no-index', '.env', '.env.local', 'docker/.env'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(ignored.stdout.trim().split('\n')).toEqual(['.env', '.env.local', 'docker/.env']);
});

test('runs as an unprivileged user, who cannot write to it', () => {
  const users = [...read('Dockerfile').matchAll(/^USER (.*)$/gm)].map(([, user]) => user);
  expect(users.at(-1)).toBe('node');
  const write = (file: string) =>
    image.run(['node', '-e', `require('fs').writeFileSync(${JSON.stringify(image.at(file))}, '')`], {});
  for (const file of ['/tocsin/x', '/tocsin/src/x', '/tocsin/src/main.ts', '/tocsin/data/x'])
    expect([file, write(file).output]).toEqual([file, expect.stringContaining('EACCES')]);
  expect(write('/data/x')).toMatchObject({ code: 0 });
});

test('hub and worker start, and each passes its health check of the compose file', async () => {
  expect(image.command).toEqual(services.hub.command);
  expect([isHealthy(services.hub), isHealthy(services.worker)]).toEqual([false, false]);
  const hub = image.start(services.hub.command, env);
  running.push(hub);
  await hub.saw('the hub listens');
  expect([isHealthy(services.hub), isHealthy(services.worker)]).toEqual([true, false]);
  const page = await fetch(`http://127.0.0.1:${env['TOCSIN_PORT']}/`, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('src="/console/index-');
  const worker = image.start(services.worker.command, env);
  running.push(worker);
  await worker.saw('the worker is ready');
  expect([isHealthy(services.hub), isHealthy(services.worker)]).toEqual([true, true]);
});

test('the sample is planted, and the worker does its jobs', async () => {
  const planted = image.run(services.sample.command, env);
  expect(planted).toMatchObject({ code: 0, output: expect.stringContaining('Planted in') });
  expect(readdirSync(image.at('/data/keys'))).toContain('analyst.key');
  await eventually('everything is numbered and done', async () => {
    const { unnumbered, oldestOpenSeconds } = await pipelineState(world.hub);
    return unnumbered === 0 && oldestOpenSeconds === 0;
  });
});

test('the command `tocsin` is on the path: for a reader, a publisher and the operator', () => {
  const tocsin = (...args: string[]) => image.run(['tocsin', ...args], env);
  expect(tocsin('--help')).toMatchObject({ code: 0 });
  expect(tocsin('feed', '--as', 'analyst', '--first', '3').output).toContain('3 items, newest first');
  const example = image.at('/tocsin/seeds/examples/warning.json');
  expect(tocsin('publish', example, '--as', 'duty-officer').output).toContain('Published: ');
  const made = tocsin('key', 'create', '--member', 'secretariat', '--role', 'hub-operator');
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining('toc_') });
  expect(tocsin('key', 'list').output).toContain('hub-operator');
  const set = image.at('/tocsin/data/kev/known-exploited.json');
  expect(tocsin('refresh', 'kev', set)).toMatchObject({ code: 0 });
  expect(
    tocsin('stix', 'validate', image.at('/tocsin/data/attack-ics/ics-attack-18.1.json')).output,
  ).not.toContain('ENOENT');
});

test('both shut down cleanly on SIGTERM', async () => {
  for (const each of running.toReversed()) {
    await each.kill('SIGTERM');
    expect(await each.ended()).toBe(0);
  }
});
