// The enums of the schema have the values of the domain's lists, so that a value added to one is not forgotten in the other.
import { expect, test } from '@jest/globals';
import { assertEnumType } from 'graphql';
import { LEVELS } from '../../../src/domain/answer/asking.ts';
import { OCCASIONS } from '../../../src/domain/channel/channel-delivery.ts';
import { ENDPOINT_CHANNELS } from '../../../src/domain/channel/endpoint.ts';
import { ACKNOWLEDGEMENTS, CHANNELS, DELIVERY_STATES } from '../../../src/domain/delivery.ts';
import { PAP_LEVELS, PERMISSIONS, PERMITTED_ACTIONS } from '../../../src/domain/handling.ts';
import {
  CVSS_BANDS,
  EXPLOITATIONS,
  SSVC_DECISIONS,
  TECHNICAL_IMPACTS,
} from '../../../src/domain/known/known.ts';
import { TLP_LEVELS } from '../../../src/domain/marking.ts';
import { KIND_NAMES, ROLES } from '../../../src/domain/member.ts';
import { EXCLUSIONS, GRADES, REASON_KINDS } from '../../../src/domain/reason.ts';
import {
  CERTAINTIES,
  ITEM_KINDS,
  MESSAGE_TYPES,
  PRACTICE_KINDS,
  SEVERITIES,
  URGENCIES,
} from '../../../src/domain/warning.ts';
import { NOT_TO_BLOCK } from '../../../src/exchange/indicator/not-to-block.ts';
import { openSchema } from '../../../src/graphql/schema.ts';

const schema = openSchema();

test.each<[string, readonly string[]]>([
  ['Acknowledgement', ACKNOWLEDGEMENTS],
  ['Certainty', CERTAINTIES],
  ['Channel', CHANNELS],
  ['ChannelOccasion', OCCASIONS],
  ['CvssBand', CVSS_BANDS],
  ['DeliveryState', DELIVERY_STATES],
  ['EndpointChannel', ENDPOINT_CHANNELS],
  ['Exclusion', EXCLUSIONS],
  ['Grade', GRADES],
  ['ItemKind', ITEM_KINDS],
  ['Level', LEVELS],
  ['MemberKind', KIND_NAMES],
  ['MessageType', MESSAGE_TYPES],
  ['Pap', PAP_LEVELS],
  ['Permission', PERMISSIONS],
  ['NotToBlock', NOT_TO_BLOCK],
  ['PermittedActions', PERMITTED_ACTIONS],
  ['PracticeKind', PRACTICE_KINDS],
  ['ReasonKind', REASON_KINDS],
  ['Role', ROLES],
  ['Severity', SEVERITIES],
  ['SsvcDecision', SSVC_DECISIONS],
  ['SsvcExploitation', EXPLOITATIONS],
  ['SsvcTechnicalImpact', TECHNICAL_IMPACTS],
  ['Tlp', TLP_LEVELS],
  ['Urgency', URGENCIES],
])('%s', (name, values) => {
  const inSchema = assertEnumType(schema.getType(name))
    .getValues()
    .map(({ value }) => value);
  expect(inSchema.toSorted()).toEqual(values.toSorted());
});
