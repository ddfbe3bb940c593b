// What an advisory tells to do: the fix first, nothing lost, nothing cut to make room for names of products.
import { describe, expect, test } from '@jest/globals';
import { parseCsaf } from '../../../../src/exchange/csaf/parse-csaf.ts';
import { productsOf } from '../../../../src/exchange/csaf/product-list.ts';
import { actionsOf } from '../../../../src/exchange/csaf-action/actions.ts';
import { fixNamesOf, isFixText } from '../../../../src/exchange/csaf-action/fix-text.ts';
import { plainName, plainNames } from '../../../../src/exchange/csaf-action/product-words.ts';
import { fieldCase } from '../../../support/inputs/field-case.ts';
import { publicSet } from '../../../support/inputs/public-set.ts';
import { randomOf } from '../../../support/random.ts';
import { seed } from '../../../support/seed.ts';

const actions = (text: string): string[] => {
  const parsed = parseCsaf(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return actionsOf(parsed.advisory);
};

/** Fixes of two advisories that name neither a version nor a product next to the verb. */
const CALLED_BY_HAND = /select version "2023 SP1"|Keysight|versions 1\.9\.4\.2: Available/;

const namesOf = (text: string): string[] => {
  const parsed = parseCsaf(text);
  return parsed.ok ? plainNames(productsOf(parsed.advisory)) : [];
};

type Remedy = { category: string; details: string; product_ids: string[] };

/** An advisory about these products with these remedies, and nothing else. */
const advisory = (names: readonly string[], remediations: readonly Remedy[], lang = 'en'): string => {
  const whole = JSON.parse(fieldCase('15-csaf-no-tlp.json'));
  whole.document.lang = lang;
  whole.product_tree = { full_product_names: names.map((name, at) => ({ name, product_id: `P${at}` })) };
  whole.vulnerabilities = [
    {
      cve: 'CVE-2026-0001',
      product_status: { known_affected: names.map((_, at) => `P${at}`) },
      ...(remediations.length === 0 ? {} : { remediations }),
    },
  ];
  return JSON.stringify(whole);
};

const remedy = (category: string, details: string, ...products: number[]): Remedy => ({
  category,
  details,
  product_ids: (products.length === 0 ? [0] : products).map((at) => `P${at}`),
});

describe('a fix', () => {
  test.each([
    'Update to V3.3 or later.',
    'Upgrade the firmware of all devices.',
    'Example recommends users to update Frob Server.',
    'Install patch 7 for Frob Server 5.',
    'Apply the security update as soon as possible.',
    'The vendor has released version 4.2, which fixes this.',
    'Frob 4.2 and newer; version 4.2 fixes this vulnerability.',
    'This is fixed in version 2.1.',
    'Users are advised to use version 3.1 or later.',
    'Aktualisieren Sie auf Version 3.2.',
    'Download the latest firmware version from the portal.',
    'Updating to version 4 will fix this vulnerability.',
    'Users will need to update to version 4.',
    'Version 5 is due in June; update to version 4.2 now.',
    'Users of Frob before 2.3 should update to 2.3.',
    'Versions prior to 3.1: upgrade to 3.1.',
    'Users running versions prior to V17Q.2.1 upgrade to V17Q.2.1.',
    'If you use 5.x, update to 5.4.',
    'If your device is running firmware 2.1 or earlier, install firmware 2.2.',
    'Devices before firmware version 2.0: apply the latest firmware.',
  ])('is told by "%s"', (text) => {
    expect(isFixText(text, fixNamesOf(['Frob Server']))).toBe(true);
  });

  test.each([
    'Install an anti-virus software on the computer using Frob Server.',
    'Install antivirus software on hosts running Frob Server 2.3 and keep it up to date.',
    'Recognize that VPNs may have vulnerabilities and should be updated to the most current version available.',
    'Keep operating systems updated to the latest version.',
    'Apply the following mitigations to Frob Server.',
    'Use strong passwords.',
    'Restrict physical access to Frob Server.',
    'The vendor plans to release version 3 in autumn.',
    'If you cannot update to version 3, block port 80.',
    'If you are running version 2.1 and cannot update to version 3, block port 80.',
    'If you use 5.x and it is not possible to update to 5.4, block port 80.',
    'Block port 80 until you update to version 3.',
    'Before version 4 is released, do not install the update from others.',
    'Before you update to version 3, make a backup.',
    'Ask ExCo whether version 2.3 has the required fixes.',
    'Do not install software from untrusted sources.',
    'Example will fix this in a future version.',
    'ExCo will release version 4.0 in Q3.',
    'A fix will be released in version 4.0.',
    'ExCo intends to fix this in version 5.',
    'The next firmware 4.0, due in June, fixes this.',
    'A patch will be available with version 3.2.',
    'A fix for this will be part of release 4.0.',
    'Firmware 4.0 will fix this.',
    'The fix is scheduled for release 5.1.',
    'ExCo expects to release version 3 in autumn.',
    'ExCo will, in June, release version 4.',
    'Update to version 4.0, which will be released in June.',
    'Install an antivirus, and update its signatures to version 5.',
    'Install an antivirus, and update its engine to version 5.',
    'Portable computers should be scanned for viruses before they are connected to Frob Server.',
  ])('is not told by "%s"', (text) => {
    expect(isFixText(text, fixNamesOf(['Frob Server']))).toBe(false);
  });

  test('that is not there: the first action names the products with their versions', () => {
    expect(actions(fieldCase('15-csaf-no-tlp.json'))).toEqual([
      'Check whether you use Pump Controller <2.3. The advisory names no fix yet.',
    ]);
    const branches = (versions: readonly string[]) => {
      const whole = JSON.parse(advisory(['Frob'], []));
      const named = versions.map((name, at) => ({
        category: 'product_version',
        name,
        product: { name: `Frob ${name}`, product_id: `P${at}` },
      }));
      whole.product_tree = {
        branches: [
          {
            category: 'vendor',
            name: 'ExCo',
            branches: [{ category: 'product_name', name: 'Frob', branches: named }],
          },
        ],
      };
      whole.vulnerabilities[0].product_status.known_affected = versions.map((_, at) => `P${at}`);
      return actions(JSON.stringify(whole))[0];
    };
    expect(branches(['1.0', '1.1'])).toContain('you use Frob (1.0, 1.1).');
    expect(branches(['1.0', '1.1', '1.2', '1.3', '1.4'])).toContain(
      'you use Frob (1.0, 1.1, 1.2 and 2 more).',
    );
    expect(branches(['*'])).toContain('you use Frob.');
  });

  test('under `mitigation` comes first; an antivirus is no fix; a vendor fix goes before both', () => {
    const given = [
      remedy('workaround', 'Block port 4000.'),
      remedy('mitigation', 'Install an antivirus software in computers using Frob.'),
      remedy('mitigation', 'Frob: update to version 2.3 or later.'),
    ];
    expect(actions(advisory(['Frob'], given))).toEqual([
      'Frob: update to version 2.3 or later.',
      'Block port 4000.',
      'Install an antivirus software in computers using Frob.',
    ]);
    const both = [...given, remedy('vendor_fix', 'Update Frob to 3.0.')];
    expect(actions(advisory(['Frob'], both))[0]).toBe('Update Frob to 3.0.');
  });

  test.each([
    'ExCo will release version 4.0 in Q3.',
    'A fix will be released in version 4.0.',
    'ExCo intends to fix this in version 5.',
    'The next firmware 4.0, due in June, fixes this.',
    'A patch will be available with version 3.2.',
    '4.0 (planned for June)',
  ])('that is only announced comes after what can be done now: "%s"', (text) => {
    for (const category of ['vendor_fix', 'mitigation']) {
      const told = actions(
        advisory(['Frob'], [remedy(category, text), remedy('workaround', 'Block port 4000.')]),
      );
      expect(told[0]).toBe('Block port 4000.');
      expect(told[1]).toContain(text);
    }
    const both = [remedy('mitigation', `Block port 4000. ${text}`), remedy('none_available', 'No fix yet.')];
    expect(actions(advisory(['Frob'], both))[0]).toContain('Block port 4000.');
  });

  test('of the 400 advisories of CISA comes first wherever there is one', () => {
    let [withFix, first, underMitigation] = [0, 0, 0];
    const others: string[] = [];
    // Another reading than the intake's: simpler, so that it finds fewer, and these for sure.
    const isUpdate = ({ category, details }: Remedy): boolean =>
      (category === 'vendor_fix' || category === 'mitigation') &&
      /\b(updat|upgrad)\w*\b[^.]{0,60}\b(version|v\d|firmware|release)/i.test(details) &&
      !/\b(vpns?|anti-?virus|can ?not|unable|until|plan|keep|if|not available|not possible)\b/i.test(details);
    for (const [file, text] of publicSet('csaf-cisa')) {
      const { vulnerabilities } = JSON.parse(text) as { vulnerabilities: { remediations?: Remedy[] }[] };
      const told = vulnerabilities.flatMap(({ remediations = [] }) => remediations).filter(isUpdate);
      if (told.length === 0) continue;
      withFix += 1;
      if (told.every(({ category }) => category === 'mitigation')) underMitigation += 1;
      const [action = ''] = actions(text);
      if (isFixText(action, fixNamesOf(namesOf(text))) || CALLED_BY_HAND.test(action)) first += 1;
      else others.push(`${file}: ${action}`);
    }
    process.stdout.write(
      `${withFix} advisories with a fix, ${underMitigation} of them under mitigation: first in ${first}\n`,
    );
    expect(others).toEqual([]);
    expect(underMitigation).toBeGreaterThan(60);
  });
});

describe('an instruction', () => {
  test('stays whole; the names of products give way', () => {
    const [first, second, ...others] = actions(fieldCase('05-actions-lost.json'));
    expect(first).toMatch(
      /^Install the update.*frobkernel.*For details on how to apply this update, see the update guide\. The system must be rebooted for this update to take effect\.$/,
    );
    expect(second).toMatch(/To mitigate this issue, prevent module frob from being loaded\.$/);
    expect(others).toEqual([]);
  });

  test('by rule: with any products, each of up to five remedies is there, whole and apart', () => {
    const random = randomOf(seed());
    const words = 'valve pump frobnicator gateway with a very long name of a family of controllers'.split(
      ' ',
    );
    const text = (length: number): string => Array.from({ length }, () => random.pick(words)).join(' ');
    for (let round = 0; round < 200; round += 1) {
      const names = Array.from(
        { length: 1 + random.below(8) },
        (_, at) => `Product ${at} ${text(1 + random.below(40))}`,
      );
      const details = ['Update to version 4.', 'Update to version 5.', 'Block port 80.', 'Block port 81.']
        .slice(0, 1 + random.below(4))
        .map((start) => `${start} ${text(random.below(50))}`.trim());
      const given = details.map((each, at) =>
        remedy(each.startsWith('Update') ? 'vendor_fix' : 'workaround', each, at % names.length),
      );
      const told = actions(advisory(names, given));
      for (const each of details)
        expect([each, told.filter((action) => action.includes(each)).length]).toEqual([each, 1]);
      expect(told).toHaveLength(details.length);
      for (const action of told) expect(action.length).toBeLessThanOrEqual(500);
    }
  });

  test('of many fixes for many products says how many there are besides', () => {
    const names = Array.from({ length: 40 }, (_, at) => `Controller ${at}`);
    const given = names.map((_, at) => remedy('vendor_fix', `Update to V${at}.1 or later version`, at));
    const told = actions(advisory(names, [...given, remedy('workaround', 'Block port 80.', 0)]));
    expect(told).toHaveLength(5);
    expect(told[0]).toMatch(/^Controller 0: Update to V0\.1 or later version\. Controller 1: /);
    expect(told[3]).toMatch(/^The advisory has \d+ more fixes for other products\.$/);
    expect(told[4]).toContain('Block port 80.');
  });

  test.each([
    ['V3.3', 'Update Frob to V3.3'],
    ['2.3:Security Update:https://example.org/kb1', 'Update Frob to 2.3 (Security Update)'],
    ['Fixed in 9.8.12.', 'Update Frob to 9.8.12'],
    ['For details, see the guide.', 'Install the update for Frob. For details, see the guide.'],
  ])('is made of "%s"', (details, action) => {
    expect(actions(advisory(['Frob'], [remedy('vendor_fix', details)]))).toEqual([action]);
  });

  test('"see the remediation for" another takes over its products', () => {
    const names = ['Alpha Pump', 'Beta Valve', 'Gamma Gate'];
    const given = [
      remedy('vendor_fix', 'Update to V2.0', 0),
      remedy('mitigation', 'See remediation for Alpha Pump', 1),
      remedy('mitigation', 'See recommendations from section Workarounds, or upgrade to V9.0.', 2),
    ];
    expect(actions(advisory(names, given))).toEqual([
      'Alpha Pump, Beta Valve: Update to V2.0',
      'Gamma Gate: Upgrade to V9.0.',
    ]);
  });

  test.each([
    [
      'no_fix_planned',
      'Out of support scope',
      /^No fix is planned for mediawiki: stop using it or shield it \(the issuer says: Out of support scope\)\.$/,
    ],
    ['no_fix_planned', 'Will not fix', /^No fix is planned for mediawiki: .*Will not fix/],
    ['none_available', 'Affected', /^There is no fix yet for mediawiki: shield it until/],
    ['none_available', 'Restrict access to port 80.', /^Restrict access to port 80\.$/],
  ])('of %s "%s" says what to do', (category, details, told) => {
    expect(actions(advisory(['mediawiki'], [remedy(category, details)]))).toEqual([
      expect.stringMatching(told),
    ]);
  });

  test('names an image without its digest, and a package without its machine', () => {
    const digest = 'a'.repeat(64);
    const names = [
      `registry.example/web@sha256:${digest}_amd64`,
      `registry.example/web@sha256:${digest}_s390x`,
      'frob-1.2.aarch64',
    ];
    expect([...new Set(names.map((name) => plainName({ name })))]).toEqual([
      'registry.example/web',
      'frob-1.2',
    ]);
  });

  test('is in the language of the advisory', () => {
    expect(actions(advisory(['Frob'], [remedy('vendor_fix', 'V3.3')], 'de-DE'))).toEqual([
      'Aktualisieren Sie Frob auf V3.3',
    ]);
    expect(actions(advisory(['Frob'], [], 'nl'))).toEqual([
      'Ga na of u Frob gebruikt. Het advies noemt nog geen update.',
    ]);
  });
});
