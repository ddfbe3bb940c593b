// The address that `npm start` prints: where browsers reach the hub. TOCSIN_ORIGIN says it; the pages are there and nowhere else.

export const printedUrl = (origin, port) => origin ?? `http://localhost:${port}`;

// The hub takes the links of the sample from a browser on the same machine, and at this name alone.
export const isOnThisMachine = (url) => new URL(url).hostname === 'localhost';
