// The tree of a parsed STIX pattern (STIX 2.1 §9): observations joined by operators, with comparisons inside.

export type Literal =
  | { readonly kind: 'integer' | 'float'; readonly text: string }
  | { readonly kind: 'string' | 'timestamp' | 'hex' | 'binary'; readonly text: string }
  | { readonly kind: 'boolean'; readonly text: 'true' | 'false' };

/** A step into an object: a property or dictionary key, or a list index (`*` for any). */
export type PathStep = { readonly key: string } | { readonly index: number | '*' };

export type ObjectPath = { readonly type: string; readonly steps: readonly PathStep[] };

export type Operator =
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'IN'
  | 'LIKE'
  | 'MATCHES'
  | 'ISSUBSET'
  | 'ISSUPERSET';

export type Test = {
  readonly kind: 'test';
  readonly path: ObjectPath;
  readonly isNegated: boolean;
  readonly operator: Operator;
  /** One value, or any number of them for IN. */
  readonly values: readonly Literal[];
};

export type Existence = { readonly kind: 'exists'; readonly path: ObjectPath; readonly isNegated: boolean };

export type Junction = { readonly kind: 'and' | 'or'; readonly operands: readonly Comparison[] };

export type Comparison = Test | Existence | Junction;

export type Qualifier =
  | { readonly kind: 'within'; readonly seconds: number }
  | { readonly kind: 'repeats'; readonly times: number }
  | { readonly kind: 'startStop'; readonly start: string; readonly stop: string };

export type Observation =
  | { readonly kind: 'observation'; readonly comparison: Comparison }
  | { readonly kind: 'and' | 'or' | 'followedBy'; readonly operands: readonly Observation[] }
  | { readonly kind: 'qualified'; readonly operand: Observation; readonly qualifier: Qualifier };
