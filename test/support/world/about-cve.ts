// Warnings that name a CVE and that their publisher grades low, so that a catalogue of exploited flaws raises them.
import type { TestHub } from '../hub.ts';
import { publishBy, to } from '../publish.ts';

export const naming = (cve: string) => ({
  externalReferences: [{ source: 'cve', id: cve, url: null }],
  urgency: 'EXPECTED' as const,
  certainty: 'POSSIBLE' as const,
});

export const publishAbout = (
  world: TestHub,
  cve: string,
  changes: Parameters<typeof publishBy>[2] = {},
): Promise<string> =>
  publishBy(world, 'cyberAgency', {
    headline: `About ${cve}`,
    audience: to('northGrid'),
    ...naming(cve),
    ...changes,
  });
