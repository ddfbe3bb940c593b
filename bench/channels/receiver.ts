// A receiver of webhooks as a process of its own: it reads what is posted, whatever the name it is posted to, and answers 204.
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { serve } from '../load/remote.ts';

let taken = 0;

serve({
  open: (certificate: string, key: string): Promise<number> => {
    const server = createServer({ cert: certificate, key }, (request, response) => {
      request.resume().on('end', () => {
        taken += 1;
        response.writeHead(204).end();
      });
    });
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', 4_096, () => resolve((server.address() as AddressInfo).port));
    });
  },
  /** How many were taken since the last call. */
  taken: (): number => {
    const count = taken;
    taken = 0;
    return count;
  },
});
