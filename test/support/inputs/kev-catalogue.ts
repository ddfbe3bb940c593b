// CISA's catalogue of known exploited vulnerabilities with these entries.

/** The catalogue as CISA publishes it. `version` of its month. */
export const catalogueOf = (cves: readonly string[], version = cves.length): string =>
  JSON.stringify({
    catalogVersion: `2026.06.${version}`,
    vulnerabilities: cves.map((cveID) => ({
      cveID,
      vulnerabilityName: `The flaw ${cveID}`,
      dateAdded: '2026-05-30',
      dueDate: '2026-06-20',
      requiredAction: 'Apply the update.',
      knownRansomwareCampaignUse: 'Known',
      notes: '',
      cwes: [],
    })),
  });
