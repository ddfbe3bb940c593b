// The identity providers of the members, at most one for each.
import { ADMISSIONS, type Provider } from '../../domain/access/credential.ts';
import { ROLES } from '../../domain/member.ts';
import { any, declareCollection, instant, listOf, maybe, oneOf, text, truth } from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';

export type ProviderRow = Omit<Provider, 'id'> & { _id: string };

export const PROVIDERS = declareCollection<ProviderRow>({
  stored: 'providers',
  about: 'Identity providers (OpenID Connect) of members.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'while the member uses it',
  fields: {
    _id: text('Id in the address at which its people sign in; not to be guessed.'),
    member: text('Id of the member.'),
    name: text('As its people are shown it.'),
    issuer: text('Its issuer, an https address.'),
    clientId: text('Id of the hub at the provider.'),
    clientSecret: maybe(
      text(
        'Secret of the hub at the provider, sealed under a key that is not in the database; it cannot be hashed, since the hub sends it.',
      ),
    ),
    isShown: truth('Whether the sign-in page offers it to everybody.'),
    admits: oneOf(ADMISSIONS, 'Whose accounts become persons by signing in.'),
    groupClaim: maybe(text('The claim that lists the groups of an account.')),
    groups: any('A list of group and roles: what members of the group may do.'),
    rolesOfAll: listOf(oneOf(ROLES, 'What everybody may do where all are admitted.')),
    setBy: maybe(
      listOf(text('Who set it last, and who brought that person.', { personal: 'names a person' })),
    ),
    createdAt: instant('When it was registered.'),
  },
  indexes: [{ key: { member: 1 }, unique: true }, { key: { issuer: 1 } }],
});

export type Providers = {
  byId(id: string): Promise<Provider | null>;
  ofMember(member: string, session?: Session): Promise<Provider | null>;
  byIssuer(issuer: string): Promise<Provider[]>;
  all(): Promise<Provider[]>;
  /** Puts one sealed text in the place of another; false where somebody has changed it meanwhile. */
  reseal(secret: { id: string; from: string; to: string }, session: Session): Promise<boolean>;
  /** Those that the sign-in page offers, by name. */
  shown(): Promise<Provider[]>;
  save(provider: Provider, session: Session): Promise<void>;
  remove(id: string, session: Session): Promise<void>;
};

const providerOf = ({ _id, ...facts }: ProviderRow): Provider => ({ id: _id, ...facts });

const MOST_SHOWN = 50;

export const openProviders = (database: Database): Providers => {
  const providers = database.model(PROVIDERS);
  const one = async (which: object, session?: Session): Promise<Provider | null> => {
    const row = await providers.findOne(which, null, session === undefined ? {} : { session }).lean();
    return row === null ? null : providerOf(row);
  };
  return {
    byId: (id) => one({ _id: id }),
    ofMember: (member, session) => one({ member }, session),
    byIssuer: async (issuer) => (await providers.find({ issuer }).sort({ _id: 1 }).lean()).map(providerOf),
    all: async () => (await providers.find().sort({ _id: 1 }).lean()).map(providerOf),
    reseal: async ({ id, from, to }, session) => {
      const { modifiedCount } = await providers.updateOne(
        { _id: id, clientSecret: from },
        { $set: { clientSecret: to } },
        { runValidators: true, session },
      );
      return modifiedCount === 1;
    },
    shown: async () =>
      (await providers.find({ isShown: true }).sort({ name: 1, _id: 1 }).limit(MOST_SHOWN).lean()).map(
        providerOf,
      ),
    save: async ({ id, ...facts }, session) => {
      await providers.replaceOne(
        { _id: id },
        { _id: id, ...facts },
        { upsert: true, runValidators: true, session },
      );
    },
    remove: async (id, session) => {
      await providers.deleteOne({ _id: id }, { session });
    },
  };
};
