// The default dependency matrix between sectors: what the hub assumes where nobody has declared better.
// It is editorial judgement, not published data, and is labelled so wherever it is shown.

export type DefaultDependency = {
  /** The sector that provides. */
  readonly from: string;
  /** The sector that depends on it. */
  readonly to: string;
  /** Share of the dependent's function lost when the provider fails; an unlisted pair has 0. */
  readonly strength: 0.2 | 0.5 | 0.8;
  /** How long the dependent holds out (batteries, stocks). */
  readonly bufferHours: { readonly min: number; readonly max: number };
  readonly source: 'default';
};

export const DEFAULT_MATRIX = {
  version: '1.0.0',
  label: "Default matrix: the project's editorial judgement, not published data",
  note: 'Grades 0 to 3 read as strength 0, 0.2, 0.5, 0.8; never overrides a declared dependency',
  basis:
    'Order of magnitude after the literature on cascades: few one-way paths, around electricity and telecom',
} as const;

const STRENGTHS = [null, 0.2, 0.5, 0.8] as const;

/** Columns of the matrix: the provider, in the hub's own sectors. */
const PROVIDERS: readonly (readonly string[])[] = [
  ['energy/electricity'],
  ['telecom', 'ict-services'],
  ['drinking-water'],
  ['transport'],
  ['banking'],
  ['public-administration'],
];

type Row = {
  readonly to: readonly string[];
  /** One grade per column; `-` marks the sector itself. */
  readonly grades: string;
  readonly bufferHours: readonly [min: number, max: number];
};

/** Rows depend on columns: electricity, telecom and ICT, water, transport, finance, government. */
const ROWS: readonly Row[] = [
  { to: ['energy/electricity'], grades: '-21111', bufferHours: [0.1, 4] },
  { to: ['telecom', 'ict-services'], grades: '3-1111', bufferHours: [4, 8] },
  { to: ['drinking-water'], grades: '31-111', bufferHours: [12, 24] },
  { to: ['transport'], grades: '220-11', bufferHours: [1, 12] },
  { to: ['banking'], grades: '3311-1', bufferHours: [0.1, 4] },
  { to: ['health'], grades: '323212', bufferHours: [24, 72] },
  { to: ['food'], grades: '212321', bufferHours: [24, 72] },
  { to: ['public-administration'], grades: '23111-', bufferHours: [1, 12] },
  { to: ['emergency-and-public-safety'], grades: '231202', bufferHours: [1, 12] },
  { to: ['energy/oil', 'energy/gas'], grades: '321211', bufferHours: [4, 72] },
  { to: ['manufacturing'], grades: '322210', bufferHours: [1, 12] },
  { to: ['waste-water'], grades: '311101', bufferHours: [1, 12] },
];

function edgesOf(row: Row): DefaultDependency[] {
  const [min, max] = row.bufferHours;
  return PROVIDERS.flatMap((providers, column) => {
    const strength = STRENGTHS[Number(row.grades[column])];
    if (strength === undefined || strength === null) return [];
    return providers.flatMap((from) =>
      row.to.map(
        (to): DefaultDependency => ({ from, to, strength, bufferHours: { min, max }, source: 'default' }),
      ),
    );
  });
}

export const DEFAULT_DEPENDENCIES: readonly DefaultDependency[] = ROWS.flatMap(edgesOf);
