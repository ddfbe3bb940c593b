// What two persons add to the words of a running hub: sector definitions of States, and entries of States. Neither is ever
// changed or removed: audit lines, mappings and old warnings name them.
import type { StateEntry } from '../../domain/partnership/state.ts';
import type { GivenScheme } from '../../domain/sector-scheme/given-scheme.ts';
import { any, declareCollection, instant, maybe, text, truth } from '../collection/declare.ts';
import type { Database, Session } from '../connect.ts';

type SchemeRow = Omit<GivenScheme, 'id'> & { _id: string };
type StateRow = Omit<StateEntry, 'code'> & { _id: string };

export const SECTOR_DEFINITIONS = declareCollection<SchemeRow>({
  stored: 'sectorDefinitions',
  about: 'Sector definitions that were added to those of the release.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Id of the definition.'),
    territory: text('Where it applies: ISO 3166-1 alpha-2, or EU.'),
    instrument: text('The legal text or publication that it is taken from.'),
    source: text('Where that can be read.'),
    checked: truth('Whether somebody has read the source.'),
    isFictional: truth('Whether it is of the sample story; false here.'),
    language: text('BCP 47, of the names.'),
    sectors: any('Its sectors with code, name, mappings and subsectors.'),
    addedAt: instant('When it was added.'),
  },
  indexes: [],
});

export const STATES = declareCollection<StateRow>({
  stored: 'states',
  about: 'States, as they write themselves.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('ISO 3166-1 alpha-2; user-assigned codes are allowed.'),
    name: text('Its name in its own language and script.'),
    latinName: maybe(text('In Latin letters, where that is another.')),
    addedAt: instant('When it was entered.'),
  },
  indexes: [],
});

export type Definitions = {
  /** By id. */
  schemes(): Promise<GivenScheme[]>;
  scheme(id: string, session?: Session): Promise<GivenScheme | null>;
  addScheme(scheme: GivenScheme, session: Session): Promise<void>;
  /** By code. */
  states(): Promise<StateEntry[]>;
  state(code: string, session?: Session): Promise<StateEntry | null>;
  addState(state: StateEntry, session: Session): Promise<void>;
};

const schemeOf = ({ _id, ...facts }: SchemeRow): GivenScheme => ({ id: _id, ...facts });
const stateOf = ({ _id, ...facts }: StateRow): StateEntry => ({ code: _id, ...facts });
const within = (session?: Session) => (session === undefined ? {} : { session });

export const openDefinitions = (database: Database): Definitions => {
  const schemes = database.model(SECTOR_DEFINITIONS);
  const states = database.model(STATES);
  return {
    schemes: async () => (await schemes.find().sort({ _id: 1 }).lean()).map(schemeOf),
    scheme: async (id, session) => {
      const row = await schemes.findOne({ _id: id }, null, within(session)).lean();
      return row === null ? null : schemeOf(row);
    },
    addScheme: async ({ id, ...facts }, session) => {
      await schemes.create([{ _id: id, ...facts }], { session });
    },
    states: async () => (await states.find().sort({ _id: 1 }).lean()).map(stateOf),
    state: async (code, session) => {
      const row = await states.findOne({ _id: code }, null, within(session)).lean();
      return row === null ? null : stateOf(row);
    },
    addState: async ({ code, ...facts }, session) => {
      await states.create([{ _id: code, ...facts }], { session });
    },
  };
};
