// What producers write besides the texts of a warning: objects, rules, playbooks, practices, and two warnings that are alike. Each
// text of theirs is hostile. What a view shows of a producer, it shows of these.
import { newIdentifier } from 'stix2-ts/identifier';
import type { Draft } from '../../../../src/domain/warning.ts';
import { PLAYBOOK_EXTENSION_ID } from '../../../../src/exchange/cacao/playbook.ts';
import { publishWarning } from '../../../../src/service/warning/publish-warning.ts';
import type { TestEndpoint } from '../../endpoint.ts';
import { draft } from '../../hub.ts';
import { bundleOf, MADE_AT, made } from '../../objects.ts';
import { good } from '../../outcome.ts';
import { to } from '../../publish.ts';
import { HOSTILE } from './texts.ts';

/** Of those that STIX can carry: a lone half of a character is in no JSON text that the hub takes. */
const TEXTS = HOSTILE.filter((text) => text.trim() !== '' && text.isWellFormed());
const text = (at: number): string => TEXTS[at % TEXTS.length] ?? '';

export type HostileObjects = {
  /** Of the warning that has all of them. */
  readonly warning: string;
  readonly practice: string;
  /** Of a warning of the exercise. */
  readonly drill: string;
  readonly exercise: string;
};

const quoted = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll("'", "\\'");

const indicator = (at: number, more: object): object =>
  made('indicator', {
    name: text(at),
    description: text(at + 1),
    indicator_types: ['malicious-activity'],
    valid_from: MADE_AT,
    ...more,
  });

const playbookOf = (at: number): object => {
  const id = (kind: string): string => newIdentifier(kind);
  const [start, act, end, agent] = [id('start'), id('action'), id('end'), id('group')] as const;
  return {
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: id('playbook'),
    name: text(at),
    description: text(at + 1),
    playbook_types: ['mitigation'],
    created_by: newIdentifier('identity'),
    created: MADE_AT,
    modified: MADE_AT,
    workflow_start: start,
    workflow: {
      [start]: { type: 'start', on_completion: act },
      [act]: {
        type: 'action',
        name: text(at + 2),
        description: text(at + 3),
        commands: [
          { type: 'manual', command: text(at + 4) },
          { type: 'bash', command_b64: Buffer.from(text(at + 5)).toString('base64') },
        ],
        agent,
        on_completion: end,
      },
      [end]: { type: 'end' },
    },
    agent_definitions: { [agent]: { type: 'group', name: text(at + 6) } },
  };
};

/** Of each type that a view shows in its own way, and relations for the graph. */
const objectsAt = (at: number): object[] => {
  const malware = made('malware', {
    name: text(at),
    aliases: [text(at + 1), text(at + 2)],
    description: text(at + 3),
    is_family: true,
  });
  const group = made('intrusion-set', {
    name: text(at + 4),
    aliases: ['Quiet Heron'],
    description: text(at + 5),
  });
  const vulnerability = made('vulnerability', { name: text(at + 6), description: text(at + 7) });
  const course = made('course-of-action', {
    name: text(at + 8),
    description: text(at + 9),
    extensions: {
      [PLAYBOOK_EXTENSION_ID]: {
        extension_type: 'property-extension',
        playbook_standard: 'cacao',
        playbook_base64: Buffer.from(JSON.stringify(playbookOf(at + 10))).toString('base64'),
      },
    },
  });
  const related = (source: { readonly id: string }, target: { readonly id: string }): object =>
    made('relationship', {
      relationship_type: 'uses',
      source_ref: source.id,
      target_ref: target.id,
      description: text(at + 11),
    });
  return [
    malware,
    group,
    vulnerability,
    course,
    made('note', { content: text(at + 12), abstract: text(at + 13), object_refs: [malware.id] }),
    indicator(at + 14, { pattern_type: 'stix', pattern: `[file:name = '${quoted(text(at + 15))}']` }),
    indicator(at + 16, { pattern_type: 'stix', pattern: "[url:value = 'https://evil.example/login']" }),
    indicator(at + 18, { pattern_type: 'yara', pattern: text(at + 19) }),
    indicator(at + 20, { pattern_type: 'sigma', pattern: text(at + 21) }),
    related(group, malware),
    related(malware, vulnerability),
  ];
};

const practiceAt = (at: number): Draft => {
  const { actions, contacts, urgency, severity, certainty, validUntil, ...common } = draft();
  return {
    ...common,
    kind: 'PRACTICE',
    headline: text(at).slice(0, 140),
    summary: text(at + 1),
    practiceKind: 'MEASURE',
    problem: text(at + 2),
    steps: [text(at + 3), text(at + 4)],
    evidence: text(at + 5),
    limits: text(at + 6),
    licence: text(at + 7).slice(0, 100),
    reviewDue: null,
  };
};

export const EXERCISE = 'drill-hostile';

export const plantHostileObjects = async (endpoint: TestEndpoint): Promise<HostileObjects> => {
  const { hub } = endpoint;
  const publisher = await endpoint.actor('cyberAgency');
  const other = await endpoint.actor('xbCsirt');
  const publish = async (by: typeof publisher, changes: Parameters<typeof draft>[0]): Promise<string> =>
    good(await publishWarning(hub, by, draft(changes))).warning;
  const alike = {
    headline: `${text(0)} in the gateway of a substation`.slice(0, 140),
  };
  const names = (...cves: string[]) => ({
    externalReferences: cves.map((id) => ({ source: 'cve', id, url: null })),
  });
  const audience = to('northGrid', 'cyberAgency');
  const bundle = (at: number) => bundleOf(...objectsAt(at));
  const all = { ...names('CVE-2024-21887', 'CVE-2023-46805'), audience };
  const warning = await publish(publisher, { ...alike, ...all, bundle: bundle(0) });
  // By rule, so that the page has who else reports it; and one that somebody has to look at.
  await publish(other, { ...alike, ...all, bundle: bundle(30), summary: text(1) });
  await publish(other, { headline: text(12).slice(0, 140), ...names('CVE-2024-21887'), audience });
  const practice = good(await publishWarning(hub, publisher, practiceAt(2))).warning;
  const drill = await publish(publisher, {
    exercise: EXERCISE,
    headline: text(10).slice(0, 140),
    bundle: bundleOf(...objectsAt(11)),
  });
  await endpoint.drain();
  return { warning, practice, drill, exercise: EXERCISE };
};
