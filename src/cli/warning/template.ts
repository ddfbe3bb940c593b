// The files that `tocsin warning new` writes: every field with what it means. What decides who is alarmed is left empty, so that
// a template cannot be sent by accident.

const AUDIENCE = `# How far it may go: CLEAR (everybody), GREEN (the community, never in public), AMBER (the recipients and their
# clients), AMBER_STRICT (the recipients alone), RED (the persons named below alone).
marking:

# Who receives it: whoever fits one of these alternatives in every field given. Fields: sectors, countries, communities,
# kinds (AGENCY, NATIONAL_CSIRT, SECTOR_CSIRT, SHARING_CENTRE, OPERATOR, STATE_CONTACT, REGULATOR, …), members (slugs),
# persons (member/name; RED needs them).
# An alternative without fields, {}, is the whole partnership. Members that depend on who is hit are reached as well, as far
# as the marking allows. tocsin warning preview FILE shows who it is, and why.
audience:
  alternatives:
    - sectors: []
      countries: []
  # Slugs of members that must not receive it.
  excludes: []
`;

const HANDLING = `# How it may be used, where you restrict that (Information Exchange Policy 2.0). Leave out what you do not restrict. A bundle
# with a report of its own says it there instead.
# handling:
#   # What readers may do with it: EXTERNALLY_VISIBLE_DIRECT_ACTIONS (whatever is needed), EXTERNALLY_VISIBLE_INDIRECT_ACTIONS (not
#   # so that the attacker notices), INTERNALLY_VISIBLE_ACTIONS (inside their own networks), CONTACT_FOR_INSTRUCTION (ask you
#   # first), NONE.
#   permittedActions: INTERNALLY_VISIBLE_ACTIONS
#   # MUST: encrypted mail and webhooks only, from this hub too; MAY.
#   encryptInTransit: MUST
#   # Whether they may tell others that are affected: MAY, MUST_NOT.
#   affectedPartyNotifications: MUST_NOT
#   # Whether they may name you: MAY, MUST, MUST_NOT (then nobody learns here who published it, in any version).
#   providerAttribution: MAY
#   # Whether they may sell it on: MAY, MUST_NOT.
#   unmodifiedResale: MUST_NOT
#   # When this ends; from then on nobody but you reads the warning.
#   until: 2030-03-31T00:00:00Z
#   # Where your policy can be read.
#   reference: https://example.org/our-exchange-policy
`;

const CONCERNED = `# What it is about, shown to readers and what they filter by; it says nothing of the audience. Sectors as tocsin sector list
# shows them, countries as two letters.
sectorsConcerned: []
countriesConcerned: []
`;

const END = `# CVEs, advisories and other sources.
externalReferences: []
#  - source: cve
#    id: CVE-2030-0001
#    url: https://www.cve.org/CVERecord?id=CVE-2030-0001

# An exercise's id, for a warning that is one. Its participants alone receive it. Without it the warning is real.
# exercise:

# Send it even if nobody would receive it.
# allowEmptyAudience: true
`;

const LANGUAGES = (
  actions: string,
): string => `# The language of the texts above, and what they are in others.
language: en
translations: []
#  - language: pt
#    headline:
#    summary:
#    actions: []          # ${actions}, in the same order
`;

export const WARNING_TEMPLATE = `# An early warning. Fill in what is empty, then:
#   tocsin warning preview FILE            who would receive it, what is wrong
#   tocsin warning publish FILE --dry-run  what would happen, in a sentence
#   tocsin warning publish FILE            sends it

# One line that says what is wrong, where; at most 140 characters.
headline: ""

# What happened, to whom it matters and why, in plain words; at most 4,000 characters.
summary: |

# What to do, in the order in which to do it; at most five. The first is what somebody who does one thing should do.
actions:
  - text: ""
    # by: 2030-01-31T18:00:00Z

# Whom to call. Numbers in quotes.
contacts:
  - name: ""
    number: ""
    hours: "24x7"

# How soon to act: IMMEDIATE (now), EXPECTED (within the hour), FUTURE (later), PAST (over), UNKNOWN.
urgency:
# How bad it is: EXTREME, SEVERE, MODERATE, MINOR, UNKNOWN.
severity:
# How sure it is: OBSERVED, LIKELY, POSSIBLE, UNLIKELY, UNKNOWN.
certainty:

# Until when it holds. Without it, until you cancel it.
# validUntil: 2030-02-28T00:00:00Z

# What you ask of those who get it: INFORMATION (no answer), RECOMMENDATION (an answer in time; whoever gives none is
# reminded), ESSENTIAL_ACTION (the same, and tocsin warning publish proposes it: another approver or manager of your
# organisation approves it at /approvals before it goes; it has no bundle, and lapses at answerBy).
# level: RECOMMENDATION
# By when they are to answer.
# answerBy: 2030-02-01T12:00:00Z

${CONCERNED}
${AUDIENCE}
${HANDLING}
${LANGUAGES('one text for each action')}
${END}
# A STIX 2.1 bundle with indicators, malware, vulnerabilities. Without one the hub makes a report of the above.
# bundle:
`;

export const PRACTICE_TEMPLATE = `# A best practice. Fill in what is empty, then:
#   tocsin warning preview FILE            who would receive it, what is wrong
#   tocsin warning publish FILE --dry-run  what would happen, in a sentence
#   tocsin warning publish FILE            sends it

# One line that says what to do; at most 140 characters.
headline: ""

# What it is and whom it helps, in plain words; at most 4,000 characters.
summary: |

# MEASURE, PLAYBOOK, GUIDELINE, TEMPLATE, LESSON, POLICY_OR_LAW or TRAINING.
kind:

# What it is for: the situation in which somebody needs it.
problem: ""

# What to do, in order; at most 50.
steps:
  - ""

# How you know that it works, where it does not, and under which licence others may use it.
evidence: ""
limits: ""
licence: ""

# When somebody should look at it again, YYYY-MM-DD.
# reviewDue: 2031-01-31

${CONCERNED}
${AUDIENCE}
${HANDLING}
${LANGUAGES('one text for each step')}
${END}
# A STIX 2.1 bundle, such as courses of action with playbooks.
# bundle:
`;
