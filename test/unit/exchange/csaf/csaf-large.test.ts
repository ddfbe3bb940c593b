// A VEX file as large as the largest of Red Hat (23 MB: one vulnerability, each package of each of its products), made of a real
// small one.
import { expect, test } from '@jest/globals';
import { readCsaf } from '../../../../src/exchange/csaf/read-csaf.ts';
import { textOfSet } from '../../../support/inputs/public-set.ts';

const LENGTH = 23_000_000;
const MOST = 2_000;

/** Every second package is fixed, the others were never affected. */
const grown = (): { readonly text: string; readonly products: number } => {
  const whole = JSON.parse(textOfSet('csaf-issuers', 'redhat-vex-cve-2023-6238.json'));
  const { relationships } = whole.product_tree;
  const [model] = relationships;
  const { product_status: status, scores = [], remediations } = whole.vulnerabilities[0];
  const fixed: string[] = [];
  const unharmed: string[] = status.known_not_affected;
  // What a product adds: its relationship, its id in a status, in a score, and in a remedy or none.
  const each = JSON.stringify(model).length + 150;
  const products = Math.ceil(LENGTH / each);
  for (let at = 0; at < products; at += 1) {
    const product_id = `${model.relates_to_product_reference}:kernel-part-${at}-0:5.14.${at}.el9.x86_64`;
    const name = `kernel-part-${at} as a component of Red Hat Enterprise Linux ${at % 10}`;
    relationships.push({ ...model, full_product_name: { ...model.full_product_name, product_id, name } });
    (at % 2 === 0 ? fixed : unharmed).push(product_id);
    for (const score of scores) score.products.push(product_id);
  }
  status.fixed = fixed;
  whole.vulnerabilities[0].remediations = [
    ...(remediations ?? []),
    { category: 'vendor_fix', details: 'Update the kernel and restart.', product_ids: fixed },
  ];
  return { text: JSON.stringify(whole), products };
};

test('is one warning, whose surplus is summarised and counted', () => {
  const { text, products } = grown();
  expect(text.length).toBeGreaterThan(LENGTH);
  const reading = readCsaf(text, { maxObjects: MOST });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { stix, draft, findings } = reading;
  expect(stix.length).toBeLessThanOrEqual(MOST);
  expect(stix.filter(({ type }) => type === 'vulnerability')).toMatchObject([{ name: 'CVE-2023-6238' }]);
  const surplus = findings.find(({ code }) => code === 'CSAF_SURPLUS')?.message ?? '';
  const left = Number(/Left out are (\d+) products/.exec(surplus)?.[1]);
  const shown = stix.filter(({ type }) => type === 'software').length;
  expect(left).toBeGreaterThanOrEqual(products - shown);
  expect(surplus).toMatch(/Red Hat Enterprise Linux \d \(\d+\), .* and \d+ more groups/);
  expect(stix[0]?.['description']).toContain(surplus);
  // What is kept of it stays small, however long its lists are.
  expect(JSON.stringify(stix).length + JSON.stringify(draft).length).toBeLessThan(2_000_000);
  expect(draft.actions.some(({ text: told }) => told.includes('Update the kernel and restart.'))).toBe(true);
});
