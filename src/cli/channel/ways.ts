// `tocsin channel ways`: by which ways one's own organisation is reached, until when, or why not.
import { tidy } from '../../exchange/text/wrap.ts';
import { hubClient } from '../client/hub-client.ts';
import type { ClientOptions } from '../client/settings.ts';
import { typed } from '../terminal/choices.ts';
import { utcText } from '../terminal/moment.ts';
import { print, printJson } from '../terminal/output.ts';
import { table } from '../terminal/table.ts';

type Way = {
  readonly endpoint: {
    readonly endpointId: string;
    readonly channel: string;
    readonly address: string;
    readonly cause: string | null;
  } | null;
  readonly isAlive: boolean;
  readonly since: string | null;
  readonly aliveUntil: string | null;
  readonly fault: string | null;
};

type Ways = {
  readonly isAlive: boolean | null;
  readonly aliveUntil: string | null;
  readonly toldAt: string | null;
  readonly each: readonly Way[];
};

const instant = (text: string | null): string => (text === null ? '-' : utcText(text));

const faultText = ({ fault, endpoint }: Way): string => {
  if (fault === null) return '';
  return endpoint?.cause == null ? typed(fault) : `${typed(fault)} (${typed(endpoint.cause)})`;
};

export const showWays = async (options: ClientOptions & { readonly json?: true }): Promise<void> => {
  const { ways } = await hubClient(options).ask<{ readonly ways: Ways }>('ways');
  if (options.json === true) return printJson(ways);
  if (ways.each.length > 0)
    print(
      table(
        ['WAY', 'ALIVE', 'LAST', 'UNTIL', 'WHY NOT', 'ADDRESS'],
        ways.each.map((way) => [
          way.endpoint?.channel.toLowerCase() ?? 'feed',
          way.isAlive ? 'yes' : 'no',
          instant(way.since),
          instant(way.aliveUntil),
          faultText(way),
          way.endpoint === null ? '' : tidy(way.endpoint.address),
        ]),
      ),
    );
  print(saidOf(ways));
};

const saidOf = ({ isAlive, aliveUntil, toldAt, each }: Ways): string => {
  if (isAlive === null) return each.length === 0 ? 'You have no endpoint.' : '';
  if (isAlive) return `Your organisation counts as reached until ${instant(aliveUntil)}.`;
  const told = toldAt === null ? '' : ` Its administrators and the hub were told on ${instant(toldAt)}.`;
  return `Nothing has reached your organisation for 30 days.${told}`;
};
