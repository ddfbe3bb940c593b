// `tocsin status`: shows whether the hub is ready, whether its worker keeps up, the versions, and the caller's identity.
import type { Command } from 'commander';
import { ownRelease } from '../config/release.ts';
import { type PipelineState, pipelineState } from '../service/health/store-health.ts';
import { clientCommand } from './client/client-command.ts';
import { type HubClient, hubClient } from './client/hub-client.ts';
import { type ClientOptions, dataDirectoryOf, runNote, tokenOf, urlOf } from './client/settings.ts';
import { ownNotices } from './member/own-notices.ts';
import { withOperatorHub } from './operator/operator-hub.ts';
import { CliFault } from './terminal/fault.ts';
import { count, print, printJson } from './terminal/output.ts';

export const addStatus = (program: Command): void => {
  clientCommand(program.command('status').description('is the hub ready, does its worker keep up, who am I'))
    .option('--json', 'one JSON object')
    .action(status);
};

type Status = {
  readonly url: string;
  readonly isAlive: boolean;
  readonly isReady: boolean;
  /** The hub's own message on what is missing when it is not ready. */
  readonly missing: string | null;
  readonly versions: { readonly tocsin: string; readonly node: string; readonly contract: string | null };
  /** The caller; null without a valid key. */
  readonly me: { readonly member: string; readonly role: string; readonly person: string | null } | null;
  /** What an administrator is to see to in time. */
  readonly notices: readonly string[];
  /** State of the pipeline; null when this is not the hub's machine. */
  readonly pipeline: PipelineState | null;
};

const status = async (options: ClientOptions & { readonly json?: true }): Promise<void> => {
  const open = hubClient(options, null);
  const alive = await open.page('/healthz');
  const ready = await open.page('/readyz');
  const isReady = ready.status === 200;
  const known = isReady ? await askWho(options) : null;
  const found: Status = {
    url: open.url,
    isAlive: alive.status === 200,
    isReady,
    missing: isReady ? null : detailOf(ready.text),
    versions: { tocsin: ownRelease(), node: process.versions.node, contract: known?.contract ?? null },
    me: known?.me ?? null,
    notices: known?.notices ?? [],
    pipeline: isReady ? await askPipeline(options) : null,
  };
  if (options.json === true) printJson(found);
  else print(textOf(found));
  process.exitCode = isReady ? 0 : 1;
};

const textOf = ({ url, isReady, missing, versions, me, notices, pipeline }: Status): string =>
  [
    `Hub      ${url}: ${isReady ? 'alive and ready' : `alive, NOT READY: ${missing}`}`,
    `Worker   ${workerText(pipeline)}`,
    ...heldText(pipeline),
    ...givenUpText(pipeline),
    `You      ${me === null ? 'no key given (--as, TOCSIN_KEY)' : `${me.person ?? `a machine of ${me.member}`}, ${me.role}`}`,
    ...notices.map((each) => `         ${each}`),
    `Version  Tocsin ${versions.tocsin}, contract ${versions.contract ?? 'not asked'}, Node ${versions.node}`,
  ].join('\n');

const workerText = (pipeline: Status['pipeline']): string => {
  if (pipeline === null) return 'unknown from here (run this on the machine of the hub, or set MONGODB_URL)';
  if (pipeline.unnumbered === 0 && pipeline.oldestOpenSeconds < 5) return 'keeps up, nothing is waiting';
  const oldest = `the oldest work has waited ${Math.round(pipeline.oldestOpenSeconds)} s`;
  // A hub that is held does nothing on purpose: it is not to be started anew.
  if (pipeline.heldSince !== null)
    return `held; ${count(pipeline.unnumbered, 'entry waits', 'entries wait')}`;
  const isBehind =
    pipeline.oldestOpenSeconds > 30 || pipeline.unnumberedSeconds > 15 || pipeline.unnumbered > 1_000;
  return `${count(pipeline.unnumbered, 'entry', 'entries')} not numbered, ${oldest}${isBehind ? ': IS IT RUNNING?' : ''}`;
};

const heldText = (pipeline: Status['pipeline']): string[] =>
  pipeline === null || pipeline.heldSince === null
    ? []
    : [
        `         HELD since the restore at ${pipeline.heldSince.toISOString()}, nothing is delivered: tocsin hub release`,
      ];

const givenUpText = (pipeline: Status['pipeline']): string[] => {
  const given = Object.values(pipeline?.deadJobs ?? {}).reduce((sum, each) => sum + each, 0);
  return given === 0 ? [] : [`         ${count(given, 'job')} given up: tocsin job list`];
};

type Me = { readonly me: { role: string; person: string | null; member: { slug: string } } };

const askWho = async (options: ClientOptions) => {
  const client = keyed(options);
  if (client === null) return null;
  const { me } = await client.ask<Me>('who');
  const { contract } = await client.ask<{ contract: { version: string } }>('contract');
  const role = me.role.toLowerCase().replaceAll('_', '-');
  const notices = role === 'member-admin' ? await ownNotices(client) : [];
  return { me: { member: me.member.slug, role, person: me.person }, notices, contract: contract.version };
};

/** Status works without a key; a wrong key is a fault. */
const keyed = (options: ClientOptions): HubClient | null => {
  const isGiven = (options.as ?? options.key ?? process.env['TOCSIN_KEY']) !== undefined;
  return isGiven ? hubClient(options, tokenOf(options)) : null;
};

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the hub that is asked is the one whose note is here: by its port, whatever name of this machine was given. */
const isOfRunHere = (options: ClientOptions): boolean => {
  const note = runNote(dataDirectoryOf(options));
  const { hostname, port } = new URL(urlOf(options));
  return note !== null && LOOPBACK.has(hostname) && Number(port) === note.port;
};

const askPipeline = async (options: ClientOptions): Promise<Status['pipeline']> => {
  if (process.env['MONGODB_URL'] === undefined && !isOfRunHere(options)) return null;
  return withOperatorHub(options, pipelineState).catch((error: unknown) => {
    if (error instanceof CliFault) return null;
    throw error;
  });
};

const detailOf = (text: string): string => {
  try {
    return String((JSON.parse(text) as { detail?: unknown }).detail);
  } catch (error) {
    if (error instanceof SyntaxError) return text.trim();
    throw error;
  }
};
