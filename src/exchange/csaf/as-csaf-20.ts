// Brings a CSAF 2.1 document (OASIS, committee specification draft 2) into the shape of 2.0, which everything else reads:
// CWEs, metrics, product paths, markings and the new values of lists. What 2.0 has no place for and a warning needs (SSVC,
// first exploitation) becomes an exploit status. The rest of 2.1 stays as it is and is not read.

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const isText = (value: unknown): value is string => typeof value === 'string';

/** The version that a document states, if it states one. */
export const csafVersionOf = (value: unknown): string | null => {
  const document = isObject(value) ? value['document'] : null;
  const version = isObject(document) ? document['csaf_version'] : null;
  return isText(version) ? version : null;
};

/** The same document as 2.0; `value` is one of 2.1, checked by nobody yet. */
export const asCsaf20 = (value: unknown): unknown => {
  if (!isObject(value) || !isObject(value['document'])) return value;
  const { product_tree: tree, vulnerabilities } = value;
  return {
    ...value,
    document: documentOf(value['document']),
    ...(isObject(tree) ? { product_tree: treeOf(tree) } : {}),
    ...(Array.isArray(vulnerabilities)
      ? { vulnerabilities: vulnerabilities.map((one) => (isObject(one) ? vulnerabilityOf(one) : one)) }
      : {}),
  };
};

const renamed = (value: unknown, names: Readonly<Record<string, string>>): unknown =>
  isText(value) && Object.hasOwn(names, value) ? names[value] : value;

const documentOf = (document: Json): Json => {
  const { distribution, publisher } = document;
  const tlp = isObject(distribution) ? distribution['tlp'] : null;
  return {
    ...document,
    csaf_version: '2.0',
    ...(isObject(distribution) && isObject(tlp)
      ? { distribution: { ...distribution, tlp: tlpOf(tlp) } }
      : {}),
    ...(isObject(publisher)
      ? { publisher: { ...publisher, category: renamed(publisher['category'], { multiplier: 'other' }) } }
      : {}),
  };
};

const tlpOf = (tlp: Json): Json => ({
  ...tlp,
  label: renamed(tlp['label'], { CLEAR: 'WHITE', 'AMBER+STRICT': 'AMBER' }),
  ...(tlp['label'] === 'AMBER+STRICT' ? { is_strict: true } : {}),
});

const treeOf = (tree: Json): Json => {
  const paths = objectsIn(tree['product_paths']).map(relationshipOf);
  return {
    ...tree,
    ...(Array.isArray(tree['branches']) ? { branches: tree['branches'].map(branchOf) } : {}),
    ...(Array.isArray(tree['full_product_names'])
      ? { full_product_names: tree['full_product_names'].map(productOf) }
      : {}),
    ...(paths.length === 0 ? {} : { relationships: paths }),
  };
};

const branchOf = (branch: unknown): unknown =>
  isObject(branch)
    ? {
        ...branch,
        category: renamed(branch['category'], { platform: 'architecture' }),
        ...(branch['product'] === undefined ? {} : { product: productOf(branch['product']) }),
        ...(Array.isArray(branch['branches']) ? { branches: branch['branches'].map(branchOf) } : {}),
      }
    : branch;

/** 2.1 lists package URLs; the first is as good as any. */
const productOf = (product: unknown): unknown => {
  const helper = isObject(product) ? product['product_identification_helper'] : null;
  if (!isObject(product) || !isObject(helper) || !Array.isArray(helper['purls'])) return product;
  return { ...product, product_identification_helper: { ...helper, purl: helper['purls'][0] } };
};

/** A path through several products is a relationship of its first and its last. */
const relationshipOf = (path: Json): Json => {
  const last = objectsIn(path['subpaths']).at(-1) ?? {};
  return {
    category: last['category'],
    full_product_name: productOf(path['full_product_name']),
    product_reference: path['beginning_product_reference'],
    relates_to_product_reference: last['next_product_reference'],
  };
};

const vulnerabilityOf = (vulnerability: Json): Json => {
  const { cwes, metrics, product_status: status, remediations } = vulnerability;
  const metricList = objectsIn(metrics);
  const scores = metricList.flatMap(scoreOf);
  const signals = [
    ...metricList.flatMap(decisionOf),
    ...metricList.flatMap(ratingOf),
    ...objectsIn(vulnerability['first_known_exploitation_dates']).map(exploitedSince),
  ];
  const threats = [...(Array.isArray(vulnerability['threats']) ? vulnerability['threats'] : []), ...signals];
  return {
    ...vulnerability,
    ...(Array.isArray(cwes) && cwes.length > 0 ? { cwe: cwes[0] } : {}),
    ...(scores.length === 0 ? {} : { scores }),
    ...(threats.length === 0 ? {} : { threats }),
    ...(isObject(status) ? { product_status: statusOf(status) } : {}),
    ...(Array.isArray(remediations) ? { remediations: remediations.map(remediationOf) } : {}),
  };
};

/** Absent where a metric has no CVSS. The source of a metric is not read. */
const scoreOf = ({ products, content }: Json): Json[] => {
  if (!isObject(content)) return [];
  const scores = Object.entries(content).filter(([name]) => /^cvss_v[234]$/.test(name));
  return scores.length === 0 ? [] : [{ products, ...Object.fromEntries(scores) }];
};

const exploitStatus = (details: string, products: unknown): Json => ({
  category: 'exploit_status',
  details,
  ...(Array.isArray(products) && products.length > 0 ? { product_ids: products } : {}),
});

/** SSVC's decision point "Exploitation" (versions 1 and 2 of its schema) in its own words: none, public poc, active. */
const decisionOf = ({ products, content }: Json): Json[] => {
  const decision = isObject(content) ? (content['ssvc_v2'] ?? content['ssvc_v1']) : null;
  const selections = isObject(decision) ? objectsIn(decision['selections']) : [];
  return selections
    .filter(({ name, key }) => name === 'Exploitation' || key === 'E')
    .flatMap(({ values }) => (Array.isArray(values) ? values : []))
    .map((value) => (isObject(value) ? (value['name'] ?? value['key']) : value))
    .filter(isText)
    .map((value) =>
      exploitStatus(renamed(value, { A: 'Active', P: 'Public PoC', N: 'None' }) as string, products),
    );
};

/** A rating in words, which an issuer may give in place of a score. In 2.0 it stands as a threat of category `impact`. */
const ratingOf = ({ products, content }: Json): Json[] => {
  const rating = isObject(content) ? content['qualitative_severity_rating'] : null;
  return isText(rating) ? [{ ...exploitStatus(rating, products), category: 'impact' }] : [];
};

const exploitedSince = ({ product_ids: products, exploitation_date: date }: Json): Json =>
  exploitStatus(`Exploited: Yes${isText(date) ? `, since ${date}` : ''}`, products);

const statusOf = ({ unknown, ...status }: Json): Json => {
  if (!Array.isArray(unknown)) return status;
  const known = status['under_investigation'];
  return { ...status, under_investigation: [...(Array.isArray(known) ? known : []), ...unknown] };
};

const remediationOf = (remediation: unknown): unknown =>
  isObject(remediation)
    ? {
        ...remediation,
        category: renamed(remediation['category'], {
          fix_planned: 'none_available',
          optional_patch: 'vendor_fix',
        }),
      }
    : remediation;
