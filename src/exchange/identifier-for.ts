// STIX ids of objects that Tocsin makes from a name: members, imported advisories, enrichments. The same name always
// gives the same id, so a repeated import finds the objects of the first.
import { identifierByName } from 'stix2-ts/identifier';

/** Must never change: existing objects would get other ids. */
const TOCSIN_NAMESPACE = 'd1f0a3c6-5b1e-4f5c-9a57-3c0f4f6b8e21';

/** The identifier of a name in Tocsin's namespace (UUIDv5). */
export const identifierFor = (type: string, name: string): string =>
  identifierByName(TOCSIN_NAMESPACE, type, name);

/** The id of the translations of an object that the hub makes. */
export const translationId = (id: string): string => identifierFor('language-content', `${id}/translations`);
