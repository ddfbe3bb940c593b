// What is text in the contract has no closed set of values: each is reviewed here, with the reason. A new field of text fails
// until it is an enum or stands here. Names that say what they are hold wherever they occur; the others are reviewed one by one.
import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLNamedType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { openSchema } from '../../../src/graphql/schema.ts';

/** Wherever a field or argument has one of these names: why its values are open. */
const BY_NAME: Readonly<Record<string, string>> = {
  'a person wrote it':
    'abstract details headline label limits name note problem purpose reason summary text whatToDo actions actionsGone actionsNew steps description evidence licence latinName contact contactInformation content cancelReason suspensionReason refusal capabilities objective authors hours number',
  'the hub says it in words':
    'about explanation inWords message remedy notListed notShown raisedBecause reasons rule sentence markingInWords causeInWords changes countedFrom payload statements',
  'names or finds somebody or something of this hub':
    'acknowledgedBy alternates by byKey byPerson byWritten clients decidedBy decidedByWritten exclude excludes handle listedTo managers member members person persons publishers slug sponsors written outside provider registration community communities exercise sector sectors sectorsConcerned site service',
  'a cursor': 'after cursor endCursor startCursor',
  'made by chance, or a digest': 'token secret sha256 clientSecret link certificate',
  'an address, or where something is':
    'address url website origin path signInUrl range ranges property patternType pattern patternVersion vector cpe',
  'a date or an hour, which is checked':
    'reviewDue since dueDate decidedOn scoredOn date quietFrom quietUntil timeZone validFrom validUntil firstSeen lastSeen firstObserved lastObserved published',
  'a standard’s own list, which grows without us': 'country countries countriesConcerned language languages',
  'new codes come with any release (docs/errors.md)': 'code cause failure',
  'from a source outside, as it writes it':
    'cve cves weakness techniqueId technique malware vendor product issuer instrument territory subject clientId groupClaim group aliases version agent sharedNames',
};

/** Names that could as well be those of a closed set. */
const ONE_BY_ONE: Readonly<Record<string, string>> = {
  'Action.text SightingDetails.text': 'a person wrote it',
  'ApprovalKind.kind Proposal.kind ProposeInput.kind':
    'new kinds come with any release: approvalKinds lists them',
  'AuditFilter.events AuditLine.event Job.event Job.name': 'new events and jobs come with any release',
  'AuditLine.subject': 'an id of any kind',
  'AccessKey.scopes CreateKeyInput.scopes Query.keyScopes':
    'new scopes come with any release: keyScopes lists them, as they stand in keys and documents (feed:read)',
  'DeliveryAttempt.request DeliveryAttempt.answer': 'what was sent and answered, as it was',
  'ChangeCaseInput.to': 'the slug of a member',
  'EnrichmentSource.makes': 'types of STIX, also of extensions',
  'ExternalReference.id ExternalReferenceInput.id': 'an id that somebody else gives',
  'ExternalReference.source ExternalReferenceInput.source': 'whoever gives the id',
  'Finding.section': 'a section of a standard',
  'Handling.reference HandlingInput.reference': 'an address, as its publisher gives it',
  'Hold.target': 'an id, or the name of a class',
  'HubVersions.hub HubVersions.node HubVersions.mongodb HubVersions.redis': 'a release, as it names itself',
  'IndicatorFilter.types IndicatorValue.type StixObject.type StixObjectChange.type':
    'types of STIX, also of extensions',
  'IndicatorFilter.value IndicatorValue.value KnownFalsePositive.value':
    'an address, a host, a URL or a digest',
  'IndicatorsSince.gone IndicatorsSince.added': 'patterns',
  'KnownFalsePositive.list IndicatorValue.warningLists': 'any list that the operator loads',
  'KnownScore.cvssVersion': 'new versions of CVSS come with the data',
  'MemberIdentifier.value MemberIdentifierInput.value': 'as a register writes it',
  'ContactDetail.value ContactDetailInput.value PersonContact.value': 'a number or an address',
  'PlaybookCommand.type Playbook.types': 'open vocabularies of CACAO',
  'PlaybookNext.when': 'a condition of a playbook, as it is written',
  'PreviewedLetter.subject': 'the subject of a mail',
  'QuietHoursInput.from QuietHoursInput.until': 'a time of day',
  'Reason.path': 'names of members',
  'MemberFactsResult.emptied': 'short names of communities',
  'NationalSector.subsectors': 'as the instrument names them',
  'Sector.stix': 'an open vocabulary of STIX',
  'SectorDirectory.definitions(scheme)': 'the id of a scheme, or a territory',
  'SectorMapping.author': 'the code of a State, or `hub`',
  'WarningChange.field': 'a field of WarningVersion: new ones come with any release',
  'StixChange.before StixChange.after': 'any value, as JSON',
  'StixObject.difference(from) StixObject.difference(to)': 'the date of a version, digit for digit',
  'StixIdentity.roles StixIdentity.identityClass StixReport.reportTypes StixMalware.malwareTypes':
    'open vocabularies of STIX',
  'StixInfrastructure.infrastructureTypes StixIndicator.indicatorTypes': 'open vocabularies of STIX',
  'StixMalware.implementationLanguages StixMalware.architectureExecutionEnvs': 'open vocabularies of STIX',
};

const reviewed = new Set(Object.values(BY_NAME).flatMap((names) => names.split(' ')));
const single = new Set(Object.keys(ONE_BY_ONE).flatMap((places) => places.split(' ')));

type Place = { readonly at: string; readonly name: string };

const textsOf = (type: GraphQLNamedType): Place[] => {
  if (isIntrospectionType(type)) return [];
  const isText = (of: { readonly type: Parameters<typeof getNamedType>[0] }) =>
    getNamedType(of.type)?.name === 'String';
  // The typed objects of STIX repeat what the interface has.
  const owner = isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'StixObject');
  const inherited = owner ? Object.keys(stixObject.getFields()) : [];
  if (isInputObjectType(type))
    return Object.values(type.getFields())
      .filter(isText)
      .map(({ name }) => ({ at: `${type.name}.${name}`, name }));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields())
    .filter(({ name }) => !inherited.includes(name))
    .flatMap((field) => [
      ...(isText(field) ? [{ at: `${type.name}.${field.name}`, name: field.name }] : []),
      ...field.args.filter(isText).map(({ name }) => ({ at: `${type.name}.${field.name}(${name})`, name })),
    ]);
};

const schema = openSchema();
const found = schema.getType('StixObject');
if (!isInterfaceType(found)) throw new TypeError('StixObject is no interface.');
const stixObject = found;
const texts = Object.values(schema.getTypeMap()).flatMap(textsOf);

describe('texts', () => {
  test('each is reviewed: it has no closed set of values', () => {
    expect(texts.length).toBeGreaterThan(400);
    const others = texts.filter(({ at, name }) => !single.has(at) && !reviewed.has(name));
    expect(others.map(({ at }) => at)).toEqual([]);
  });

  test('what is reviewed exists', () => {
    const [places, names] = [new Set(texts.map(({ at }) => at)), new Set(texts.map(({ name }) => name))];
    expect([...single].filter((at) => !places.has(at))).toEqual([]);
    expect([...reviewed].filter((name) => !names.has(name))).toEqual([]);
  });

  test('no description lists the values of a closed set', () => {
    const listed = /\b(?:[A-Z][A-Z_]{2,}(?:, | or )){2,}/;
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      isIntrospectionType(type) || !(isObjectType(type) || isInputObjectType(type))
        ? []
        : Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field })),
    );
    const wrong = fields.filter(
      ({ field }) => /^\[?String\b/.test(String(field.type)) && listed.test(field.description ?? ''),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});
