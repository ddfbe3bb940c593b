// The way to an identity provider and back. On the way back the browser comes from another site, so the session's cookie is
// set by a page that goes on by itself.

import { problem } from '../../domain/problem.ts';
import { joinAtProvider } from '../../service/credential/join-by-link.ts';
import { arrival, CALLBACK, departure, tripIn, tripText } from '../../service/credential/openid-connect.ts';
import { accountPurpose, sealedAccount, sessionOfPurpose } from '../../service/credential/own-account.ts';
import { notSignedIn } from '../../service/credential/sign-in.ts';
import { signInAtProvider } from '../../service/credential/sign-in-at-provider.ts';
import { endFormer, placeAfter, startedCookie } from './answers.ts';
import { isHeldOff } from './attempts.ts';
import { accountCookie, cookieIn, NO_TRIP_COOKIE, TRIP_COOKIE, tripCookie } from './cookies.ts';
import { onwards, seeOther } from './markup/layout.ts';
import { page, type Visit } from './page.ts';
import { failedForms, signInForms } from './sign-in-page.ts';

const PROVIDER_ID = /^[0-9a-f-]{36}$/;

export const toProvider = page({
  method: 'get',
  path: '/sign-in/openid-connect/:provider',
  isTimed: true,
  act: async (visit) => {
    const { deps, request } = visit;
    const id = String(request.params['provider']);
    const isForAccount = visit.query.get('for') === 'account';
    if (isForAccount && visit.signedIn === null) return seeOther('/sign-in?to=/account');
    const found = PROVIDER_ID.test(id) ? await deps.hub.providers.byId(id) : null;
    const provider = isForAccount && found?.member !== visit.signedIn?.actor.member.id ? null : found;
    const left = provider === null ? null : await departure(deps.hub, provider, purposeOf(visit));
    if (left !== null)
      return seeOther(left.url, {
        // Only what leads somewhere: a browser drops a cookie that is too large, and the way back fails.
        'set-cookie': tripCookie(tripText({ ...left.trip, to: placeAfter(visit.query.get('to')) })),
      });
    return signInForms(visit, provider === null ? 404 : 502, [
      provider === null
        ? problem('NOT_FOUND', '$', 'There is no such provider.', 'Ask your organisation for its address.')
        : problem(
            'PROVIDER_UNAVAILABLE',
            '$',
            `${provider.name} does not answer.`,
            'Try again later, or sign in with a passkey.',
          ),
    ]);
  },
});

/** Joining by a link, an account for the person who is signed in, or signing in. */
const purposeOf = ({ query, signedIn }: Visit): string | null =>
  query.get('for') === 'account' && signedIn !== null ? accountPurpose(signedIn.session) : query.get('link');

export const fromProvider = page({
  method: 'get',
  path: CALLBACK,
  isTimed: true,
  act: async (visit) => {
    const { deps, request, query } = visit;
    const cookie = cookieIn(request.headers.cookie, TRIP_COOKIE);
    const trip = cookie === null ? null : tripIn(cookie);
    const arrived =
      trip === null || isHeldOff(visit) ? null : await arrival(deps.hub, trip, query.toString());
    const adding = sessionOfPurpose(arrived?.purpose ?? null);
    if (arrived !== null && adding !== null)
      return onwards(visit.speech, '/account', {
        'set-cookie': [accountCookie(sealedAccount(deps.hub, adding, arrived)), NO_TRIP_COOKIE],
      });
    const outcome =
      arrived === null
        ? { ok: false as const, problems: [notSignedIn()] }
        : arrived.purpose === null
          ? await signInAtProvider(deps.hub, arrived, visit.visitor)
          : await joinAtProvider(deps.hub, arrived.purpose, arrived, visit.visitor);
    if (!outcome.ok) {
      // The address of the callback does not say where they were going.
      const again = { ...visit, query: new URLSearchParams({ to: placeAfter(trip?.to ?? null) }) };
      const reply = await failedForms(again, outcome.problems);
      return { ...reply, headers: { ...reply.headers, 'set-cookie': NO_TRIP_COOKIE } };
    }
    await endFormer(visit);
    return onwards(visit.speech, placeAfter(trip?.to ?? null), {
      'set-cookie': [startedCookie(visit, outcome.value), NO_TRIP_COOKIE],
    });
  },
});
