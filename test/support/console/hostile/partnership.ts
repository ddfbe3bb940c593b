// A partnership whose every text is hostile: persons and how they are reached, keys, applicants and objections, communities,
// proposals, dependencies. What the hub refuses of them is left out.
import type { Actor } from '../../../../src/domain/member.ts';
import type { ContactDetail } from '../../../../src/domain/person.ts';
import { makeKey } from '../../../../src/service/access/make-key.ts';
import { propose } from '../../../../src/service/approval/propose.ts';
import { createCommunity } from '../../../../src/service/community/keep-community.ts';
import { applyFor } from '../../../../src/service/member/admission/apply.ts';
import { objectToApplication } from '../../../../src/service/member/admission/decide-application.ts';
import { keepDependency } from '../../../../src/service/member/keep-dependency.ts';
import { CAST } from '../../cast.ts';
import type { TestHub } from '../../hub.ts';
import { personWith } from '../../persons.ts';
import { HOSTILE } from './texts.ts';

/** Of each kind of thing that takes an act of its own: every seventh text. */
const STRIDE = 7;

/** `admin` administers its member and the hub. Returns how many texts are there. */
export const plantHostilePartnership = async (world: TestHub, admin: Actor): Promise<number> => {
  const { hub } = world;
  const member = CAST.cyberAgency;
  const texts = HOSTILE.map((text) => text.slice(0, 200)).filter((text) => text.trim() !== '');
  await hub.members.change(async (session) => {
    for (const [at, name] of texts.entries()) {
      const value = texts.at(-at) ?? name;
      const contacts: ContactDetail[] = [{ kind: 'OTHER', value, visibleTo: 'PARTNERSHIP' }];
      const facts = { name, contacts, roles: ['analyst'] as const };
      await hub.persons.save(personWith(`${member.slug}/p${at}`, member.id, facts), session);
    }
  });
  hub.directory.forget();
  const water = await world.actor('riverWater', 'member-admin');
  let planted = texts.length;
  const count = ({ ok }: { readonly ok: boolean }): void => {
    planted += ok ? 1 : 0;
  };
  const some = texts.filter((_, at) => at % STRIDE === 0);
  for (const label of some) count(await makeKey(hub, admin, { kind: 'MACHINE', label, roles: ['reader'] }));
  for (const [at, text] of some.entries()) {
    const { kind, country } = CAST.smallGas;
    const facts = { slug: `works-${at}`, kind, country, countries: [], sectors: ['energy/gas'] };
    const applied = await applyFor(hub, water, { ...facts, name: text, contact: some.at(-at) ?? text });
    count(applied);
    if (!applied.ok) continue;
    count(await objectToApplication(hub, admin, { id: applied.value.id, reason: text }));
    const community = { slug: `table-${at}`, name: text, purpose: text, managers: [member.slug] };
    count(await createCommunity(hub, admin, community));
    const payload = { part: 'MEMBERS' };
    count(await propose(hub, admin, { kind: 'EXPORT_REGISTER', payload, note: text }));
    const hold = { scope: 'EVERYTHING', target: null, reason: text };
    count(await propose(hub, admin, { kind: 'PLACE_HOLD', payload: hold, note: null }));
    const needs = { strength: 0.5, redundancy: 0, bufferHours: null };
    count(await keepDependency(hub, admin, { provider: 'north-grid', service: text, ...needs }));
  }
  return planted;
};
