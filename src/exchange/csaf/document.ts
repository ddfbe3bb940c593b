// The shape of a CSAF 2.0 document (OASIS, 18 November 2022, §3), as far as Tocsin reads it. Properties not listed here
// pass through unread; listed ones must be well formed. A CSAF 2.1 document is brought into this shape first (as-csaf-20.ts).
import { z } from 'zod';
import { instantMs } from '../../domain/reading/instant.ts';

const HALF_A_CHARACTER = 'half a character (a lone surrogate)';

const text = z
  .string()
  .min(1)
  .refine((value) => value.isWellFormed(), HALF_A_CHARACTER);
const ids = z.array(text).min(1);
const instant = z.string().refine(isInstant, 'not an RFC 3339 date-time');

/** CSAF §3.1.11: an integer, or semantic versioning. */
const version = z
  .string()
  .regex(/^(0|[1-9]\d*)$|^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/, 'not a version');

function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(value) &&
    !Number.isNaN(instantMs(value.toUpperCase().replace(/(\.\d{9})\d+/, '$1')))
  );
}

const NOTE_CATEGORIES = [
  'description',
  'details',
  'faq',
  'general',
  'legal_disclaimer',
  'other',
  'summary',
] as const;

const note = z.looseObject({
  category: z.enum(NOTE_CATEGORIES),
  text,
  title: text.optional(),
  audience: text.optional(),
});

const reference = z.looseObject({
  category: z.enum(['external', 'self']).optional(),
  summary: text,
  url: text,
});

const fullProduct = z.looseObject({
  name: text,
  product_id: text,
  product_identification_helper: z.looseObject({ cpe: text.optional(), purl: text.optional() }).optional(),
});

const BRANCH_CATEGORIES = [
  'architecture',
  'host_name',
  'language',
  'legacy',
  'patch_level',
  'product_family',
  'product_name',
  'product_version',
  'product_version_range',
  'service_pack',
  'specification',
  'vendor',
] as const;

const branch = z.looseObject({
  category: z.enum(BRANCH_CATEGORIES),
  name: text,
  product: fullProduct.optional(),
  get branches() {
    return z.array(branch).min(1).optional();
  },
});

const productTree = z.looseObject({
  branches: z.array(branch).min(1).optional(),
  full_product_names: z.array(fullProduct).min(1).optional(),
  product_groups: z
    .array(z.looseObject({ group_id: text, product_ids: z.array(text).min(2) }))
    .min(1)
    .optional(),
  relationships: z
    .array(
      z.looseObject({
        category: text,
        full_product_name: fullProduct,
        product_reference: text,
        relates_to_product_reference: text,
      }),
    )
    .min(1)
    .optional(),
});

const CVSS_BANDS = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;

const cvssV3 = z.looseObject({
  version: z.enum(['3.0', '3.1']),
  vectorString: text.regex(/^CVSS:3\.[01]\/[A-Z]{1,3}:[A-Z]/, 'not a CVSS 3 vector'),
  baseScore: z.number().min(0).max(10),
  /** In any case: the grade is made of the number. */
  baseSeverity: z.preprocess(
    (value) => (typeof value === 'string' ? value.toUpperCase() : value),
    z.enum(CVSS_BANDS),
  ),
});

const cvssV2 = z.looseObject({
  version: z.literal('2.0'),
  vectorString: text,
  baseScore: z.number().min(0).max(10),
});

const cvssV4 = z.looseObject({
  version: z.literal('4.0'),
  vectorString: text.regex(/^CVSS:4\.0\/[A-Z]{1,3}:[A-Z]/, 'not a CVSS 4 vector'),
  baseScore: z.number().min(0).max(10),
});

const score = z.looseObject({
  products: ids,
  cvss_v2: cvssV2.optional(),
  cvss_v3: cvssV3.optional(),
  /** Not in the schema of 2.0, which lets any further property pass: one that is malformed counts as absent. */
  cvss_v4: cvssV4.optional().catch(undefined),
});

const REMEDIATION_CATEGORIES = [
  'mitigation',
  'no_fix_planned',
  'none_available',
  'vendor_fix',
  'workaround',
] as const;

const remediation = z.looseObject({
  category: z.enum(REMEDIATION_CATEGORIES),
  details: text,
  date: instant.optional(),
  group_ids: ids.optional(),
  product_ids: ids.optional(),
  url: text.optional(),
});

export const PRODUCT_STATUSES = [
  'first_affected',
  'first_fixed',
  'fixed',
  'known_affected',
  'known_not_affected',
  'last_affected',
  'recommended',
  'under_investigation',
] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

const vulnerability = z.looseObject({
  cve: z
    .string()
    .regex(/^CVE-\d{4}-\d{4,}$/, 'not a CVE')
    .optional(),
  cwe: z.looseObject({ id: z.string().regex(/^CWE-[1-9]\d{0,5}$/, 'not a CWE'), name: text }).optional(),
  flags: z
    .array(z.looseObject({ label: text, product_ids: ids.optional(), group_ids: ids.optional() }))
    .min(1)
    .optional(),
  ids: z
    .array(z.looseObject({ system_name: text, text }))
    .min(1)
    .optional(),
  involvements: z
    .array(z.looseObject({ party: text, status: text, date: instant.optional() }))
    .min(1)
    .optional(),
  notes: z.array(note).min(1).optional(),
  product_status: z.partialRecord(z.enum(PRODUCT_STATUSES), ids).optional(),
  references: z.array(reference).min(1).optional(),
  remediations: z.array(remediation).min(1).optional(),
  scores: z.array(score).min(1).optional(),
  threats: z
    .array(
      z.looseObject({
        category: text,
        details: text,
        product_ids: ids.optional(),
        group_ids: ids.optional(),
      }),
    )
    .min(1)
    .optional(),
  title: text.optional(),
});

const tracking = z.looseObject({
  id: text.refine((value) => value.trim() !== '', 'an empty id'),
  current_release_date: instant,
  initial_release_date: instant,
  revision_history: z.array(z.looseObject({ date: instant, number: version, summary: text })).min(1),
  status: z.enum(['draft', 'final', 'interim']),
  version,
});

const document = z.looseObject({
  category: z.string().regex(/^[^\s\-_.](.*[^\s\-_.])?$/, 'not a category'),
  csaf_version: z.literal('2.0', 'not 2.0 or 2.1, the versions of CSAF that are read'),
  title: text,
  lang: text.optional(),
  source_lang: text.optional(),
  aggregate_severity: z.looseObject({ text }).optional(),
  distribution: z
    .looseObject({
      tlp: z
        .looseObject({
          label: z.enum(['AMBER', 'GREEN', 'RED', 'WHITE']),
          /** TLP:AMBER+STRICT, which 2.0 has no label for. */
          is_strict: z.literal(true).optional().catch(undefined),
        })
        .optional(),
      text: text.optional(),
    })
    .optional(),
  notes: z.array(note).min(1).optional(),
  publisher: z.looseObject({
    category: z.enum(['coordinator', 'discoverer', 'other', 'translator', 'user', 'vendor']),
    name: text,
    namespace: z.url().refine((value) => value.isWellFormed(), HALF_A_CHARACTER),
    contact_details: text.optional(),
  }),
  references: z.array(reference).min(1).optional(),
  tracking,
});

export const csafDocument = z.looseObject({
  document,
  product_tree: productTree.optional(),
  vulnerabilities: z.array(vulnerability).min(1).optional(),
});

export type CsafAdvisory = z.infer<typeof csafDocument>;
export type CsafNote = z.infer<typeof note>;
export type CsafBranch = z.infer<typeof branch>;
export type CsafFullProduct = z.infer<typeof fullProduct>;
export type CsafVulnerability = z.infer<typeof vulnerability>;
export type CsafRemediation = z.infer<typeof remediation>;
