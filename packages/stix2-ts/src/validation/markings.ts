// The markings of one object (STIX 2.1 §7.2): no self-marking, selectors that select something, TLP exactly as defined,
// IEP and PAP as in OASIS's drafts, and a warning when a marking is not understood.

import { isSameValue } from '../json/same-value.ts';
import { papMarkingObject } from '../marking/permissible-actions.ts';
import { readMarkings } from '../marking/read-markings.ts';
import {
  TLP_ORDER,
  TLP1_MARKING_IDS,
  TLP2_EXTENSION_ID,
  TLP2_MARKING_IDS,
  type Tlp,
  tlp1MarkingObject,
  tlpOfMarking,
} from '../marking/tlp.ts';
import { IEP_EXTENSION_ID, PAP_EXTENSION_ID } from '../registry/marking-extensions.ts';
import { isRecord, type JsonRecord, textOf } from '../stix-object.ts';
import { isUuidAt, uuidVersion } from '../value/uuid.ts';
import { error, isFirst, type Run, shown, warn, within } from './run.ts';

export function checkMarkings(object: JsonRecord, run: Run): void {
  const granular = object['granular_markings'];
  if (Array.isArray(granular)) {
    within(run, 'granular_markings', () => {
      for (const [index, marking] of granular.entries()) {
        within(run, index, () => checkGranular(object, marking, run));
      }
    });
  }
  if (object['type'] === 'marking-definition') checkDefinition(object, run);
}

function checkGranular(object: JsonRecord, marking: unknown, run: Run): void {
  if (!isRecord(marking)) return;
  const selectors = marking['selectors'];
  if (Array.isArray(selectors)) {
    run.work += selectors.length;
    within(run, 'selectors', () => {
      for (const [index, selector] of selectors.entries()) {
        if (typeof selector !== 'string' || selects(object, selector)) continue;
        const message = `${shown(selector)} points to nothing in this object; write as in "labels.[0]"`;
        within(run, index, () => error(run, 'MARKING_SELECTOR', '7.2.3', message));
      }
    });
  }
  if (object['type'] === 'marking-definition' && marking['marking_ref'] === object['id']) {
    error(run, 'MARKING_SELF', '3.2', 'a marking definition may not mark itself');
  }
}

const INDEX = /^\[(0|[1-9][0-9]{0,8})\]$/;

/** Whether a selector (`a.b.[0].c`) leads to an existing value. */
export function selects(object: JsonRecord, selector: string): boolean {
  let place: unknown = object;
  for (const step of selector.split('.')) {
    const index = INDEX.exec(step);
    if (index !== null) {
      if (!Array.isArray(place) || Number(index[1]) >= place.length) return false;
      place = place[Number(index[1])];
    } else {
      if (!isRecord(place) || !Object.hasOwn(place, step)) return false;
      place = place[step];
    }
  }
  return true;
}

const tlp1Levels = new Map(
  (['WHITE', 'GREEN', 'AMBER', 'RED'] as const).map((level) => [
    TLP1_MARKING_IDS[level],
    tlp1MarkingObject(level),
  ]),
);

function checkDefinition(object: JsonRecord, run: Run): void {
  const references = object['object_marking_refs'];
  if (Array.isArray(references) && references.includes(object['id'])) {
    // What a well-known id restricts to is fixed, so a reference to itself adds nothing.
    const code = tlpOfMarking(textOf(object, 'id') ?? '') === null ? 'MARKING_SELF' : 'MARKING_TLP_FORM';
    within(run, 'object_marking_refs', () =>
      error(run, code, '3.2', 'a marking definition may not mark itself'),
    );
  }
  const predefined = tlp1Levels.get(textOf(object, 'id') ?? '');
  if (object['definition_type'] === 'tlp' || predefined !== undefined) checkTlp1(object, predefined, run);
  else checkTlp2(object, run);
  if (object['definition_type'] === 'statement') checkStatement(object, run);
  checkPap(object, run);
  checkExchangePolicy(object, run);
  checkUnderstood(object, run);
}

/** §7.2.1: "Other instances of tlp-marking MUST NOT be used or created". */
function checkTlp1(object: JsonRecord, predefined: JsonRecord | undefined, run: Run): void {
  const isSame =
    predefined !== undefined &&
    extensionOf(object, TLP2_EXTENSION_ID) === undefined &&
    ['definition_type', 'definition', 'created', 'name'].every((name) =>
      isSameValue(object[name], predefined[name]),
    );
  if (!isSame) reportTlp(object, 'the four TLP definitions of the standard', run);
}

/** What a definition of a well-known id states otherwise than the standard is harmless where it states the same level. */
function reportTlp(object: JsonRecord, known: string, run: Run): void {
  const level = tlpOfMarking(textOf(object, 'id') ?? '');
  const stated = statedLevels(object);
  if (level !== null && stated.length > 0 && stated.every((each) => each === level)) {
    const message = `states TLP:${level} otherwise than the definition with this id, which counts; leave it out or copy it`;
    error(run, 'MARKING_TLP_FORM', '7.2.1', message);
    return;
  }
  const says =
    level === null ? `is not one of ${known}` : `has the id of TLP:${level} and states another level`;
  error(run, 'MARKING_TLP_UNKNOWN', '7.2.1', `${says}; refer to those of the standard by their ids`);
}

/** The levels that a definition states in any of its places; null for a text that is no level. */
function statedLevels(object: JsonRecord): (Tlp | null)[] {
  const definition = object['definition'];
  const texts = [
    object['name'],
    isRecord(definition) ? definition['tlp'] : undefined,
    extensionOf(object, TLP2_EXTENSION_ID)?.['tlp_2_0'],
    object['x_opencti_definition'],
  ];
  return texts.filter((text) => text !== undefined).map((text) => levelIn(text));
}

function levelIn(text: unknown): Tlp | null {
  if (typeof text !== 'string') return null;
  const word = text
    .trim()
    .toUpperCase()
    .replace(/^TLP[:_\s-]?/, '');
  if (word === 'WHITE') return 'CLEAR';
  return TLP_ORDER.find((level) => level === word) ?? null;
}

function checkStatement(object: JsonRecord, run: Run): void {
  const definition = object['definition'];
  if (definition === undefined || (isRecord(definition) && typeof definition['statement'] === 'string'))
    return;
  within(run, 'definition', () =>
    error(run, 'WRONG_KIND', '7.2.1', 'a statement marking holds { "statement": "…" }'),
  );
}

/** The TLP 2.0 extension is reserved for its five ids, each with its level. */
function checkTlp2(object: JsonRecord, run: Run): void {
  const extensions = object['extensions'];
  const extension = isRecord(extensions) ? extensions[TLP2_EXTENSION_ID] : undefined;
  const id = textOf(object, 'id');
  const level = Object.entries(TLP2_MARKING_IDS).find(([, known]) => known === id)?.[0];
  if (extension === undefined && level === undefined) return;
  const given = isRecord(extension) ? extension['tlp_2_0'] : undefined;
  if (level !== undefined && given === level.toLowerCase()) return;
  reportTlp(object, 'the five TLP 2.0 definitions', run);
}

function extensionOf(object: JsonRecord, id: string): JsonRecord | undefined {
  const extensions = object['extensions'];
  const extension = isRecord(extensions) ? extensions[id] : undefined;
  return isRecord(extension) ? extension : undefined;
}

/** The ids of OASIS's PAP definitions fix their level, whatever a definition in the bundle says. */
function checkPap(object: JsonRecord, run: Run): void {
  const predefined = papMarkingObject(textOf(object, 'id') ?? '');
  if (predefined === null) return;
  const given = extensionOf(object, PAP_EXTENSION_ID)?.['pap'];
  if (given === extensionOf(predefined, PAP_EXTENSION_ID)?.['pap']) return;
  const message = `has the id of ${String(predefined['name'])} but different content; give it a new id`;
  error(run, 'MARKING_PREDEFINED', '7.2.1', message);
}

/** Rules of exchange policies beyond the table. The draft requires references, yet its own examples omit them. */
function checkExchangePolicy(object: JsonRecord, run: Run): void {
  const policy = extensionOf(object, IEP_EXTENSION_ID);
  if (policy === undefined) return;
  const id = textOf(policy, 'iep_id');
  if (id !== undefined && !(isUuidAt(id, 0) && [4, 5].includes(uuidVersion(id)))) {
    within(run, 'extensions', () =>
      within(run, IEP_EXTENSION_ID, () =>
        within(run, 'iep_id', () =>
          error(run, 'ID_MALFORMED', '7.2.1', `${shown(id)} is not a UUID of version 4 or 5, in lower case`),
        ),
      ),
    );
  }
  for (const name of ['name', 'external_references']) {
    if (object[name] !== undefined || !isFirst(run, 'exchange policies', name)) continue;
    warn(run, 'PROPERTY_ADVISED', '7.2.1', `should have ${name}, like every exchange policy`);
  }
}

/** The marking is kept, but its publisher should know that readers cannot interpret it. */
function checkUnderstood(object: JsonRecord, run: Run): void {
  const id = textOf(object, 'id') ?? '';
  const { unknown } = readMarkings({ object_marking_refs: [id] }, new Map([[id, object]]));
  if (!unknown.includes(id)) return;
  const message = 'is not understood here, so only the publisher can read what it marks';
  warn(run, 'MARKING_NOT_UNDERSTOOD', '7.2.1', message);
}
