// The current version of a warning or practice that a command is about to end.
import { orAbsent } from '../../client/absent.ts';
import type { HubClient } from '../../client/hub-client.ts';

export type Head = { readonly version: number; readonly headline: string };

/** An act names the version, so that a correction made at the same moment is not overwritten. */
export const headOf = async (client: HubClient, id: string): Promise<Head> => {
  const { warning } = await client.ask<{ warning: Head | null }>('version', { id });
  return orAbsent(id, warning);
};
