// What the catalogue says of one code.

export type CodeEntry = {
  /**
   * How it is told: by an HTTP status, as data of an act or a read, as the last event of a stream, as the reason why
   * somebody does not receive, as a finding of a bundle that is refused or kept, or on the command line alone.
   */
  readonly asserted:
    | number
    | 'act'
    | 'read'
    | 'stream'
    | 'reason'
    | 'refused'
    | 'kept'
    | 'refused or kept'
    | 'command';
  readonly where: string;
  /** One line: what was wrong. */
  readonly wrong: string;
  readonly remedy: string;
  /** What the client reads, where that is the same every time. */
  readonly message?: string;
  /** An open stream may end with it. */
  readonly endsStream?: true;
};
