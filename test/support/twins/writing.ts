// What the reader of twin worlds writes: warnings of its own with probes for what is hidden, corrections, acknowledgements,
// rulings.
import type { StixObject } from 'stix2-ts/stix-object';
import type { Member } from '../../../src/domain/member.ts';
import type { Draft } from '../../../src/domain/warning.ts';
import { type Act, bundleOf, correctionOf, makePublication } from '../world/acts.ts';
import {
  graphql,
  idOf,
  itemId,
  namedId,
  type Operation,
  objectId,
  type ScriptState,
} from './requests/asking.ts';
import { everythingOf } from './selections.ts';

export const tlpName = (tlp: string): string => tlp.replace('+', '_');

/** Adds to a bundle what probes for the hidden: its ids, its values, its objects. */
const withProbes = (
  state: ScriptState,
  { object: first }: { readonly object: StixObject | undefined },
): StixObject[] => {
  const { random, secretObjects } = state;
  const made = (type: string, more: object): StixObject => ({
    type,
    spec_version: '2.1',
    id: `${type}--${random.uuid()}`,
    created: '2026-02-01T00:00:00.000Z',
    modified: '2026-02-01T00:00:00.000Z',
    ...more,
  });
  const probes: StixObject[] = [];
  if (random.chance(0.5))
    probes.push(made('note', { content: 'Seen?', object_refs: [objectId(state), objectId(state)] }));
  if (random.chance(0.4) && first !== undefined)
    probes.push(
      made('relationship', {
        relationship_type: 'related-to',
        source_ref: first.id,
        target_ref: objectId(state),
      }),
    );
  if (random.chance(0.3))
    probes.push(
      made('report', {
        name: 'A report that asks',
        report_types: ['threat-report'],
        published: '2026-02-01T00:00:00.000Z',
        object_refs: [objectId(state), objectId(state)],
      }),
    );
  if (random.chance(0.4) && secretObjects.length > 0) {
    const object = random.pick(secretObjects);
    const isChanged = random.chance(0.5) && object['name'] !== undefined;
    probes.push(isChanged ? { ...object, name: 'Another name' } : object);
  }
  return probes;
};

const drawn = (state: ScriptState): Act => {
  const { random, twins } = state;
  const { slug } = twins.reader.member;
  const members = twins.members.map((member): Member => ({ ...member, mayPublish: member.slug === slug }));
  const act = makePublication(random, members, random.below(1_000));
  if (random.chance(0.35)) return act;
  const objects = act.given.map(({ object }) => object);
  const probed = new Map(
    [...objects, ...withProbes(state, { object: objects.at(-1) })].map((each) => [each.id, each]),
  );
  const bundle =
    probed.size === 0
      ? null
      : bundleOf(
          random,
          [...probed.values()].map((object) => ({ object, tlp: null })),
        );
  return { ...act, draft: { ...act.draft, bundle, allowEmptyAudience: random.chance(0.7) } };
};

/** A draft has the fields of the input, but for its kind and the spelling of the marking. */
const inputOf = (draft: Draft, isWhole: boolean): object => {
  const {
    kind: _,
    practiceKind,
    ...rest
  } = (isWhole ? draft : { ...correctionOf(draft), kind: null }) as Record<string, unknown>;
  const marking = rest['marking'];
  return {
    ...rest,
    ...(typeof marking === 'string' ? { marking: tlpName(marking) } : {}),
    ...(practiceKind === undefined ? {} : { kind: practiceKind }),
  };
};

export const publish = (state: ScriptState): Operation => {
  const { random } = state;
  const { draft } = drawn(state);
  const [field, type] =
    draft.kind === 'WARNING'
      ? ['publishWarning', 'PublishWarningInput']
      : ['publishPractice', 'PublishPracticeInput'];
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${everythingOf('PublishResult', 2)} } }`;
  const headers: Record<string, string> = random.chance(0.3)
    ? { 'idempotency-key': `key-${random.below(6)}` }
    : {};
  return {
    name: field,
    request: graphql(state, query, { input: inputOf(draft, true) }, headers),
    learn: (answer) => {
      const [, id] = /"warning":\{"id":"([^"]+)"/.exec(answer) ?? [];
      if (id !== undefined && state.own.every((each) => each.id !== id))
        state.own.push({ id, version: 1, draft });
    },
  };
};

/** Of an own warning, or of one that is another's or hidden. */
export const correct = (state: ScriptState): Operation => {
  const { random, own } = state;
  const known = random.chance(0.7) && own.length > 0 ? random.pick(own) : undefined;
  const id = known?.id ?? itemId(state);
  const draft = { ...drawn(state).draft, kind: known?.draft.kind ?? 'WARNING' } as Draft;
  const noun = (known?.draft.kind ?? 'WARNING') === 'WARNING' ? 'Warning' : 'Practice';
  const isEnd = random.chance(0.3);
  const verb = isEnd ? (noun === 'Warning' ? 'cancel' : 'withdraw') : 'update';
  const name = `${verb}${noun}`;
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const expectedVersion = known?.version ?? 1;
  const merged =
    known === undefined ? draft : { ...known.draft, bundle: draft.bundle, headline: draft.headline };
  const input = { id, expectedVersion, ...(isEnd ? { reason: 'It was nothing.' } : inputOf(merged, false)) };
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${everythingOf('PublishResult', 1)} } }`;
  return {
    name,
    request: graphql(state, query, { input }),
    learn: (answer) => {
      const [, version] = /"warning":\{"id":"[^"]+".*?"version":(\d+)/.exec(answer) ?? [];
      if (known !== undefined && version !== undefined) known.version = Number(version);
    },
  };
};

export const acknowledge = (state: ScriptState): Operation => {
  const input = { warning: itemId(state), answer: 'AFFECTED', note: 'We are looking.' };
  const query = `mutation ($input: AcknowledgeWarningInput!) { acknowledgeWarning(input: $input) { ${everythingOf('AcknowledgeResult', 2)} } }`;
  return { name: 'acknowledgeWarning', request: graphql(state, query, { input }) };
};

export const rulePair = (state: ScriptState): Operation => {
  const name = state.random.pick(['acceptDuplicate', 'rejectDuplicate', 'undoMerge']);
  const id = idOf(state, (prefix) => prefix === 'duplicate', 'duplicate');
  const query = `mutation ($id: ID!) { ${name}(input: { id: $id }) { ${everythingOf('DuplicateResult', 1)} } }`;
  return { name, request: graphql(state, query, { id }) };
};

export const ruleObjects = (state: ScriptState): Operation => {
  const name = state.random.pick(['acceptObjectDuplicate', 'rejectObjectDuplicate', 'undoObjectMerge']);
  const query = `mutation ($one: ID!, $other: ID!) { ${name}(input: { one: $one, other: $other }) { ${everythingOf('ObjectDuplicateResult', 1)} } }`;
  return { name, request: graphql(state, query, { one: namedId(state), other: namedId(state) }) };
};
