// Connections of the API read page by page, until a view has what it shows.

export type Page<Node> = {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type Found<Node> = {
  readonly nodes: readonly Node[];
  /** There are more, which were not read. */
  readonly hasMore: boolean;
};

type NodeOf<Got> = NonNullable<Got> extends Page<infer Node> ? Node : never;

/** At most so many pages, one after another. Null once a page is: it is not the reader's. */
export const readPages = async <Got extends Page<unknown> | null>(
  page: (after: string | null) => Promise<Got>,
  most: number,
): Promise<Found<NodeOf<Got>> | Extract<Got, null>> => {
  const nodes: NodeOf<Got>[] = [];
  let after: string | null = null;
  let hasMore = true;
  for (let read = 0; read < most && hasMore; read += 1) {
    const found: Got = await page(after);
    if (found === null) return found as Extract<Got, null>;
    nodes.push(...found.edges.map(({ node }) => node as NodeOf<Got>));
    ({ endCursor: after, hasNextPage: hasMore } = found.pageInfo);
  }
  return { nodes, hasMore };
};
