// Endpoints of members of the cast, as if their owners had proved them.
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import { CAST, type CastName } from '../cast.ts';
import type { TestHub } from '../hub.ts';

let made = 0;

export const plantEndpoint = async (
  { hub }: Pick<TestHub, 'hub'>,
  of: CastName,
  changes: Partial<Endpoint> = {},
): Promise<Endpoint> => {
  made += 1;
  const endpoint: Endpoint = {
    id: `endpoint--00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    member: CAST[of].id,
    person: null,
    channel: 'WEBHOOK',
    address: 'https://127.0.0.1/hook',
    label: 'a test',
    form: 'THIN',
    ceiling: 'AMBER',
    state: 'ACTIVE',
    cause: null,
    certificate: null,
    createdAt: hub.clock.now(),
    createdBy: null,
    verifiedAt: hub.clock.now(),
    lastDeliveredAt: null,
    failures: 0,
    failingSince: null,
    restsUntil: null,
    ...changes,
  };
  await hub.database.transaction((session) => hub.endpoints.save(endpoint, session));
  return endpoint;
};
