// A promise of a fix is no fix: what can be done now comes first, in each language that is read; HTML becomes text.
import { expect, test } from '@jest/globals';
import { parseCsaf } from '../../../../src/exchange/csaf/parse-csaf.ts';
import { withoutMarkup } from '../../../../src/exchange/csaf/plain-text.ts';
import { actionsOf } from '../../../../src/exchange/csaf-action/actions.ts';
import { fieldCase } from '../../../support/inputs/field-case.ts';

const WORKAROUNDS: Readonly<Record<string, string>> = {
  de: 'Trennen Sie das Gerät vom Netz.',
  en: 'Disconnect the device from the network.',
  fr: "Débranchez l'appareil du réseau.",
  es: 'Desconecte el dispositivo de la red.',
  it: 'Scollegare il dispositivo dalla rete.',
  pt: 'Desligue o dispositivo da rede.',
  nl: 'Koppel het apparaat los van het netwerk.',
  ja: '装置をネットワークから切り離してください。',
  zh: '请将设备与网络断开。',
};

const firstAction = (lang: string, fix: string): string => {
  const whole = JSON.parse(fieldCase('15-csaf-no-tlp.json'));
  whole.document.lang = lang;
  delete whole.document.notes;
  whole.product_tree = { full_product_names: [{ name: 'Example Pump', product_id: 'P0' }] };
  const remediations = [
    { category: 'vendor_fix', details: fix, product_ids: ['P0'] },
    { category: 'workaround', details: WORKAROUNDS[lang], product_ids: ['P0'] },
  ];
  whole.vulnerabilities = [
    { cve: 'CVE-2026-0001', product_status: { known_affected: ['P0'] }, remediations },
  ];
  const parsed = parseCsaf(JSON.stringify(whole));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return actionsOf(parsed.advisory)[0] ?? '';
};

test.each<[string, string]>([
  ['de', 'Ein Update ist in Vorbereitung.'],
  ['de', 'Ein Sicherheitsupdate folgt.'],
  ['de', 'Ein Update wird in Kürze bereitgestellt.'],
  ['de', 'Eine korrigierte Version wird im Juni veröffentlicht.'],
  ['de', 'Der Hersteller arbeitet an einem Update.'],
  ['de', 'Ein Patch ist in Arbeit.'],
  ['de', 'Version 2.3 ist für Juni geplant.'],
  ['de', 'Ein Firmware-Update wird voraussichtlich im Juni erscheinen.'],
  ['de', 'Das Update 2.3 wird nachgereicht.'],
  ['de', 'Die Schwachstelle wird mit Version 2.3 behoben werden.'],
  ['de', 'Ein Update steht noch nicht zur Verfügung.'],
  ['en', 'An update is in preparation.'],
  ['en', 'A fix will follow.'],
  ['en', 'A patch is in progress.'],
  ['en', 'A patch is being prepared.'],
  ['en', 'A fixed version is being developed.'],
  ['en', 'A security update is coming soon.'],
  ['en', 'The update is pending.'],
  ['fr', 'Une mise à jour est en préparation.'],
  ['fr', 'Un correctif sera publié prochainement.'],
  ['fr', 'Un correctif est en cours de développement.'],
  ['fr', 'Une mise à jour suivra.'],
  ['fr', 'Un correctif est à venir.'],
  ['es', 'Una actualización está en preparación.'],
  ['es', 'Se publicará una actualización en breve.'],
  ['es', 'Próximamente se publicará un parche.'],
  ['es', 'El fabricante está trabajando en una actualización.'],
  ['it', 'Un aggiornamento è in preparazione.'],
  ['it', 'Un aggiornamento sarà rilasciato a breve.'],
  ['it', 'Seguirà un aggiornamento.'],
  ['it', 'Un aggiornamento è in fase di sviluppo.'],
  ['pt', 'Uma atualização está em preparação.'],
  ['pt', 'Uma atualização será disponibilizada em breve.'],
  ['pt', 'Uma correção está em desenvolvimento.'],
  ['nl', 'Een update is in voorbereiding.'],
  ['nl', 'Een update volgt.'],
  ['nl', 'Een update wordt binnenkort uitgebracht.'],
  ['nl', 'De leverancier werkt aan een update.'],
  ['nl', 'Een update zal beschikbaar komen.'],
  ['ja', '修正プログラムは準備中です。'],
  ['ja', 'アップデートは近日公開予定です。'],
  ['zh', '补丁正在准备中。'],
  ['zh', '更新即将发布。'],
  ['de', 'Patch folgt.'],
  ['de', 'Ein Update wird bereitgestellt.'],
  ['de', 'Aktualisieren Sie auf Version 2.3, die in Vorbereitung ist.'],
])('%s: "%s" is for later', (lang, fix) => {
  expect(firstAction(lang, fix)).toContain(WORKAROUNDS[lang]);
});

test.each<[string, string]>([
  ['de', 'Aktualisieren Sie auf Version 2.3.'],
  ['de', 'Installieren Sie das Update 2.3, das bereitgestellt wurde.'],
  ['de', 'Das Update 2.3 wird über das Kundenportal bereitgestellt.'],
  ['de', 'Aktualisieren Sie auf Version 2.3. Eine weitere Version folgt.'],
  ['de', 'Installieren Sie Version 2.3 wie folgt: Gerät ausschalten.'],
  ['en', 'Update to version 2.3.'],
  ['en', 'Update to version 2.3 as follows: stop the device.'],
  ['en', 'Install version 2.3; another release will follow.'],
  ['fr', 'Mettez à jour vers la version 2.3.'],
  ['fr', 'Une mise à jour est disponible, installez-la.'],
  ['es', 'Actualice a la versión 2.3.'],
  ['it', 'Aggiornare alla versione 2.3.'],
  ['pt', 'Atualize para a versão 2.3.'],
  ['nl', 'Werk bij naar versie 2.3.'],
  ['nl', 'Installeer versie 2.3.'],
  ['ja', 'バージョン 2.3 にアップデートしてください。'],
  ['zh', '请升级到 2.3 版本。'],
  ['en', 'Apply the update. Check that no backup is in progress.'],
])('%s: "%s" comes first', (lang, fix) => {
  expect(firstAction(lang, fix)).toContain(fix);
});

test('HTML in what an issuer writes becomes text, and what only looks like it stays', () => {
  expect(firstAction('en', '<p>Update&nbsp;to <b>2.0</b></p><ul><li>Stop &amp; start it</li></ul>')).toBe(
    'Example Pump: Update to 2.0 Stop & start it',
  );
  expect(withoutMarkup('Versions <2.3 and > 1, <address>, <a href="https://x.example">x</a>')).toBe(
    'Versions <2.3 and > 1, <address>, x',
  );
});
