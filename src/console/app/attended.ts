// Whether somebody is at this tab. What the console asks for with nobody there, since it asks again by itself, is no use of the session:
// a browser that was left open is signed out when its person was told that it would be.

/** A session's last use is kept to five minutes. */
const LASTS_MS = 5 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Opening the page is one. */
let sawAt = Date.now();

if (typeof window !== 'undefined')
  for (const sign of SIGNS)
    window.addEventListener(
      sign,
      () => {
        sawAt = Date.now();
      },
      { capture: true, passive: true },
    );

export const isAttended = (): boolean => Math.abs(Date.now() - sawAt) < LASTS_MS;
