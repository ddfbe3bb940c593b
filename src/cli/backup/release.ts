// `tocsin hub release`: shows what a restored hub holds back, and with --deliver lets it go.
import { type Command, Option } from 'commander';
import { type HeldWork, heldWork, releaseDeliveries } from '../../service/backup/release-deliveries.ts';
import { tellRefusals } from '../client/refusals.ts';
import type { ClientOptions } from '../client/settings.ts';
import { withOperatorHub } from '../operator/operator-hub.ts';
import { count, print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';

type Options = ClientOptions & { readonly deliver?: true; readonly json?: true };

export const addRelease = (hub: Command): void => {
  hub
    .command('release')
    .description(
      'after a restore: show what is held back; with --deliver, let it go (on the machine of the hub)',
    )
    .option('--deliver', 'number and deliver from now on; without it nothing changes')
    .addOption(new Option('--data <directory>', 'data directory of the hub (TOCSIN_DATA; else .tocsin)'))
    .option('--json', 'one JSON object')
    .action(release);
};

const release = async (options: Options): Promise<void> => {
  if (options.deliver !== true) return show(options);
  const released = await withOperatorHub(options, releaseDeliveries);
  if (!released.ok) {
    process.exitCode = tellRefusals(released.problems, 'Nothing was released.');
    return;
  }
  if (options.json === true) printJson({ isReleased: true, ...released.value });
  else print('Released. The worker numbers and delivers what waited.');
};

const show = async (options: Options): Promise<void> => {
  const held = await withOperatorHub(options, heldWork);
  if (options.json === true) printJson(held === null ? { isHeld: false } : { isHeld: true, ...held });
  else if (held === null) print('Nothing is held.');
  else for (const line of linesOf(held)) print(line);
};

const linesOf = ({ heldSince, unnumbered, events, deliveries, versions }: HeldWork): string[] => {
  const isIdle = unnumbered === 0 && deliveries === 0 && Object.keys(events).length === 0;
  return [
    `Held since the restore at ${heldSince.toISOString()}: nothing is numbered or delivered.`,
    ...(isIdle
      ? ['Nothing waits.']
      : [
          `${count(unnumbered, 'entry', 'entries')} not visible yet, ${count(deliveries, 'delivery', 'deliveries')} not sent.`,
          ...Object.entries(events).map(([event, number]) => `  ${event}: work of ${number} not done`),
        ]),
    ...(versions.length === 0
      ? []
      : [
          'These would go out. They may have been delivered after the backup was made:',
          table(
            ['WARNING', 'VERSION', 'EVENT', 'AT'],
            versions.map(({ warning, version, event, at }) => [
              warning,
              String(version),
              event,
              at.toISOString(),
            ]),
          ),
        ]),
    'To let them go: tocsin hub release --deliver',
  ];
};
