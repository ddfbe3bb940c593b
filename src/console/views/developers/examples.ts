// Examples with the address of this hub, in three languages. Texts to copy: nothing here runs them.

export const EXAMPLES = ['curl', 'TypeScript', 'Python'] as const;
export type Example = (typeof EXAMPLES)[number];

const QUERY = '{ feed(first: 3) { edges { node { id headline severity marking } } } }';

export const exampleOf = (example: Example, hub: string): string =>
  ({
    curl: `# The newest three of what is addressed to you
curl -sS ${hub}/graphql \\
  -H "Authorization: Bearer $TOCSIN_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{"query": "${QUERY}"}'

# As they come: server-sent events; resume with the header Last-Event-ID
curl -sSN ${hub}/graphql \\
  -H "Authorization: Bearer $TOCSIN_KEY" \\
  -H 'Content-Type: application/json' -H 'Accept: text/event-stream' \\
  -d '{"query": "subscription { warningReceived { cursor node { id headline } } }"}'
`,
    TypeScript: `const response = await fetch('${hub}/graphql', {
  method: 'POST',
  headers: {
    authorization: \`Bearer \${process.env.TOCSIN_KEY}\`,
    'content-type': 'application/json',
  },
  body: JSON.stringify({ query: '${QUERY}' }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors[0].extensions.code);
for (const { node } of data.feed.edges) console.log(node.severity, node.headline);
`,
    Python: `import json, os, urllib.request

request = urllib.request.Request(
    "${hub}/graphql",
    data=json.dumps({"query": "${QUERY}"}).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["TOCSIN_KEY"],
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
for edge in answer["data"]["feed"]["edges"]:
    print(edge["node"]["severity"], edge["node"]["headline"])
`,
  })[example];
