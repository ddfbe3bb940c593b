/** This process cannot start on this database; the message is one line for the operator. */
export class StartRefusal extends Error {
  readonly what: string;
  readonly remedy: string;

  constructor(what: string, remedy: string) {
    super(`${what} ${remedy}`);
    this.name = 'StartRefusal';
    this.what = what;
    this.remedy = remedy;
  }
}
