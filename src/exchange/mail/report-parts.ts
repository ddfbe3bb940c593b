// The parts of a report by mail (RFC 6522), as far as what it says is looked up in them. Only the boundary that its own head names
// parts it: what the report brings back was written by somebody else, and may look like anything.

export type ReportPart = {
  /** Its head, unfolded: a field a line. */
  readonly head: string;
  readonly body: string;
};

export type MailReport = {
  readonly head: string;
  readonly parts: readonly ReportPart[];
};

const REPORT =
  /^content-type:\s*multipart\/report\b[^\n]*?\bboundary=(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/im;

const parted = (lines: readonly string[]): ReportPart => {
  const blank = lines.indexOf('');
  const [head, body] = blank < 0 ? [lines, []] : [lines.slice(0, blank), lines.slice(blank + 1)];
  return { head: head.join('\n').replace(/\n[ \t]+/g, ' '), body: body.join('\n') };
};

/** Null for what is no report. */
export const readReport = (raw: string): MailReport | null => {
  const { head, body } = parted(raw.split(/\r?\n/));
  const [, quoted, bare] = REPORT.exec(head) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return null;
  const parts: string[][] = [];
  for (const line of body.split('\n')) {
    const isBoundary = line.trimEnd() === `--${boundary}` || line.trimEnd() === `--${boundary}--`;
    if (isBoundary) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return { head, parts: parts.map(parted) };
};

/** The body of its first part of this type; null where it has none. */
export const partOf = ({ parts }: MailReport, type: RegExp): string | null =>
  parts.find(({ head }) => type.test(head))?.body ?? null;
