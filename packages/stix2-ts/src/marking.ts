// `stix2-ts/marking`: TLP, IEP and PAP markings (STIX 2.1 §7.2): their definitions and their combined effect.
export { type ExchangePolicy, strictestPolicy } from './marking/exchange-policy.ts';
export {
  PAP_ORDER,
  type Pap,
  papMarkingObject,
  papOfMarking,
} from './marking/permissible-actions.ts';
export { predefinedMarking } from './marking/predefined.ts';
export { combineMarkings, type Markings, NO_MARKINGS, readMarkings } from './marking/read-markings.ts';
export {
  stricterTlp,
  TLP_ORDER,
  TLP1_MARKING_IDS,
  TLP2_EXTENSION_ID,
  TLP2_MARKING_IDS,
  type Tlp,
  tlp1MarkingObject,
  tlpMarkingObject,
  tlpOfMarking,
} from './marking/tlp.ts';
