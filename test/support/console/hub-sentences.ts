// The sentences of the hub, which speaks English, in a console that speaks another language. They are told from everything else by a
// mark that stands in them from the way here: by the documents of the console and the contract, each has its type and field.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Page, Route } from 'playwright-core';
import { CONSOLE_DOCUMENTS } from '../../../src/operations/console-documents.generated.ts';

const FOLDER = path.join(import.meta.dirname, '../../../schema');
const contract = buildSchema(
  readdirSync(FOLDER)
    .map((name) => readFileSync(path.join(FOLDER, name), 'utf8'))
    .join('\n'),
);

/**
 * What the console shows as the hub says it, marked as English. The rest of what the console asks for has words of its own for each
 * name that this release knows, and what the hub says is for names of later ones.
 */
export const SHOWN_IN_ENGLISH = [
  'DuplicatePair.reasons',
  'EnrichmentSource.licence',
  'Finding.message',
  'Job.causeInWords',
  'Known.inWords',
  'PlaybookFinding.message',
  'PreviewedLetter.subject',
  'PreviewedLetter.text',
  'Proposal.about',
  'Proposal.sentence',
  'PublishCare.message',
  'Reason.rule',
  'Refusal.message',
  'Refusal.remedy',
  'RelatedWarning.reasons',
  'Warning.changes',
  'Warning.raisedBecause',
] as const;
export const SAID_IN_OWN_WORDS = [
  'ApprovalKind.about',
  'ApprovalKind.payload',
  'RetentionClass.about',
  'RetentionClass.countedFrom',
  'Sector.name',
] as const;
const NAMES: ReadonlySet<string> = new Set([...SHOWN_IN_ENGLISH, ...SAID_IN_OWN_WORDS]);

/** By the hash that the console sends. */
const DOCUMENTS: ReadonlyMap<string, DocumentNode> = new Map(
  CONSOLE_DOCUMENTS.map((text) => [createHash('sha256').update(text).digest('hex'), parse(text)]),
);

/** What the contract calls a sentence, or English. */
const SENTENCE = /\bin English\b|\bas (?:a )?sentences?\b/;

/** `Type.field` of each sentence that a document of the console asks for. */
export const sentencesAskedFor = (): string[] => {
  const found = new Set<string>();
  const types = new TypeInfo(contract);
  for (const document of DOCUMENTS.values())
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: () => {
          const field = types.getFieldDef();
          const owner = types.getParentType();
          if (!field || !owner || getNamedType(field.type).name !== 'String') return;
          if (SENTENCE.test(field.description?.replace(/\s+/g, ' ') ?? ''))
            found.add(`${owner.name}.${field.name}`);
        },
      }),
    );
  return [...found].sort();
};

/** Begins with a letter of a script that runs from right to left: a direction that is guessed would be wrong. */
const markedAs = (name: string, text: string): string => `م ⁂${name}⁂ ${text}`;

type Data = Record<string, unknown>;
type Walk = { readonly document: DocumentNode };

const isOwner = (type: unknown): type is Owner => isObjectType(type) || isInterfaceType(type);

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a list of what is refused or unusual has where the hub found nothing: one of a code that no release has yet. */
const FORGED = { code: 'NOT_YET_KNOWN', path: '$', section: '', message: 'It is so.', remedy: 'Do it.' };
const FORGEABLE = new Set(['Refusal', 'Finding', 'PlaybookFinding', 'PublishCare']);

const withForged = (value: unknown, isForged: boolean): unknown =>
  isForged && Array.isArray(value) && value.length === 0 ? [{ ...FORGED }] : value;

type Owner = GraphQLObjectType | GraphQLInterfaceType;

/** Marks the sentences in `data`, an answer to these fields of the type. */
const mark = (walk: Walk, type: Owner, fields: SelectionSetNode, data: Data): void => {
  for (const selection of fields.selections) {
    if (selection.kind !== Kind.FIELD) {
      const part = partOf(walk, selection, type, data);
      if (part !== null) mark(walk, part.type, part.fields, data);
      continue;
    }
    const field = type.getFields()[selection.name.value];
    const key = selection.alias?.value ?? selection.name.value;
    if (field === undefined || !(key in data)) continue;
    const inner = getNamedType(field.type);
    const name = `${type.name}.${field.name}`;
    if (NAMES.has(name)) {
      data[key] = markedIn(name, data[key], String(field.type).startsWith('['));
      continue;
    }
    if (selection.selectionSet === undefined) continue;
    data[key] = withForged(data[key], FORGEABLE.has(inner.name));
    for (const each of [data[key]].flat(2)) {
      if (!isData(each)) continue;
      const known = isOwner(inner) ? inner : contract.getType(String(each['__typename']));
      if (isOwner(known)) mark(walk, known, selection.selectionSet, each);
    }
  }
};

/** The sentence, or each of several; where there is none, one that could have been there. */
const markedIn = (name: string, value: unknown, isList: boolean): unknown => {
  if (!Array.isArray(value)) return markedAs(name, typeof value === 'string' ? value : 'It is so.');
  const some = value.length === 0 && isList ? ['It is so.'] : value;
  return some.map((each) => markedAs(name, String(each)));
};

type Part = { readonly type: Owner; readonly fields: SelectionSetNode };

/** What a fragment asks of an object of this type; null where it is of another. */
const partOf = (
  { document }: Walk,
  selection: Exclude<SelectionSetNode['selections'][number], { kind: Kind.FIELD }>,
  type: Owner,
  data: Data,
): Part | null => {
  const fragment =
    selection.kind === Kind.INLINE_FRAGMENT
      ? selection
      : document.definitions.find(
          (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
        );
  if (fragment === undefined || !('selectionSet' in fragment)) return null;
  const condition = 'typeCondition' in fragment ? fragment.typeCondition?.name.value : undefined;
  const wanted = condition === undefined ? type : contract.getType(condition);
  const isSame =
    wanted === type ||
    isInterfaceType(wanted) ||
    (isObjectType(wanted) && data['__typename'] === wanted.name);
  return isSame && isOwner(wanted) ? { type: wanted, fields: fragment.selectionSet } : null;
};

/** From here on whatever the page is answered has its sentences marked. An answer that is a stream stays as it is. */
export const markSentences = (page: Page): Promise<unknown> =>
  page.route('**/graphql', async (route: Route) => {
    const request = route.request();
    const sent = request.postDataJSON() as {
      extensions?: { persistedQuery?: { sha256Hash?: string } };
    } | null;
    const document = DOCUMENTS.get(sent?.extensions?.persistedQuery?.sha256Hash ?? '');
    const operation = document?.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    if (document === undefined || operation === undefined || operation.operation === 'subscription') {
      await route.continue();
      return;
    }
    const response = await route.fetch();
    const answer = (await response.json()) as { data?: unknown };
    const root = contract.getRootType(operation.operation);
    if (isData(answer.data) && root) mark({ document }, root, operation.selectionSet, answer.data);
    await route.fulfill({ response, json: answer });
  });

export type Spoken = {
  /** The sentences that the page shows. */
  readonly names: string[];
  /** Those that are not marked as English from left to right, with where they stand. */
  readonly unmarked: string[];
};

/** What is on the page of the sentences that were marked. */
export const spokenIn = (page: Page): Promise<Spoken> =>
  page.evaluate(() => {
    const names = new Set<string>();
    const unmarked: string[] = [];
    const look = (element: Element | null, text: string): void => {
      for (const [, name = ''] of text.matchAll(/⁂([\w.]+)⁂/g)) {
        names.add(name);
        const isEnglish = element?.closest('[lang]')?.getAttribute('lang') === 'en';
        const direction = element === null ? '' : getComputedStyle(element).direction;
        if (!isEnglish || direction !== 'ltr')
          unmarked.push(`${name} in ${element?.outerHTML.slice(0, 200)}`);
      }
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
      look(node.parentElement, node.textContent ?? '');
    for (const each of document.querySelectorAll('[title], [aria-label], [placeholder]'))
      for (const attribute of ['title', 'aria-label', 'placeholder'])
        look(each, each.getAttribute(attribute) ?? '');
    return { names: [...names].sort(), unmarked: [...new Set(unmarked)] };
  });
