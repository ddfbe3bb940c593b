// `stix2-ts/value`: timestamps, IP addresses, and the values of an object to look up in lists.
export { canonicalIpv4, canonicalIpv6, isIpv4, isIpv6, isWithin } from './value/address.ts';
export { lookupValues } from './value/lookup-values.ts';
export { compareTimestamps, fractionDigits, isTimestamp, shortestTimestamp } from './value/timestamp.ts';
