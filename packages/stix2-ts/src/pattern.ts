// `stix2-ts/pattern`: parses, compares and matches STIX patterns (STIX 2.1 §9).
export { matchPattern, type PatternMatch } from './pattern/match.ts';
export { longestPattern, type PatternReading, parsePattern, patternKey } from './pattern/parse.ts';
export type { Misreading } from './pattern/reader.ts';
export type {
  Comparison,
  Existence,
  Junction,
  Literal,
  ObjectPath,
  Observation,
  Operator,
  PathStep,
  Qualifier,
  Test,
} from './pattern/tree.ts';
