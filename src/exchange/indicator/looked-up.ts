// How the hub looks the value of an indicator up in lists of what is mostly harmless: in lower case, an address canonical, of a URL
// also its host. The console and the command line mark values by it.
import { lookupValues } from 'stix2-ts/value';

/** `type` as STIX has it: `ipv4-addr`, `domain-name`, `url`, or `file` for a hash. */
export const lookedUp = (type: string, value: string): string[] => {
  const object = type === 'file' ? { type, hashes: { MD5: value } } : { type, value };
  return lookupValues(object).map((each) => each.slice(each.indexOf(':') + 1));
};
