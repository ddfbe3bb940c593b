// One code in the catalogue.

export type CodeEntry = {
  /**
   * How it is reported: by an HTTP status, as data of an act or a read, as the last event of a stream, as the reason why
   * a member does not receive, as a finding in a bundle that is refused or kept, or only on the command line.
   */
  readonly reportedAs:
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
  /** One line. */
  readonly wrong: string;
  readonly remedy: string;
  /** The message to the client, where it never varies. */
  readonly message?: string;
  /** May end an open stream. */
  readonly endsStream?: true;
};
