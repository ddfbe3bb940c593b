// `stix2-ts/json`: parses JSON within limits, writes its canonical form and compares values.
export { canonical } from './json/canonical.ts';
export { type JsonReading, parseJson, parseJsonInSlices } from './json/json-read.ts';
export { JSON_LIMITS, type JsonLimits, type JsonRefusal } from './json/json-scan.ts';
export { isSameValue } from './json/same-value.ts';
