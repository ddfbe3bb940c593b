// CSAF 2.0 §6.1.1-6.1.5 and 6.1.29: product and group ids are defined exactly once and every reference resolves.

import type { CsafAdvisory } from '../csaf/document.ts';
import { productsOf } from '../csaf/product-list.ts';
import type { Finding } from './finding.ts';

type Use = { readonly id: string; readonly path: string };

export function productFindings(advisory: CsafAdvisory): Finding[] {
  const products = productsOf(advisory);
  const groups = advisory.product_tree?.product_groups ?? [];
  const groupDefinitions = groups.map((group, index) => ({
    id: group.group_id,
    path: `$.product_tree.product_groups[${index}].group_id`,
  }));
  const uses = usesOf(advisory);
  return [
    ...missing('6.1.1', 'product', uses.products, products),
    ...doubled('6.1.2', 'product', products),
    ...circular(advisory),
    ...missing('6.1.4', 'product group', uses.groups, groupDefinitions),
    ...doubled('6.1.5', 'product group', groupDefinitions),
    ...withoutProduct(advisory),
  ];
}

function missing(
  test: string,
  what: string,
  uses: readonly Use[],
  definitions: readonly { id: string }[],
): Finding[] {
  const known = new Set(definitions.map((definition) => definition.id));
  return uses
    .filter((use) => !known.has(use.id))
    .map((use) => ({ test, path: use.path, message: `the ${what} "${use.id}" is not defined` }));
}

function doubled(test: string, what: string, definitions: readonly Use[]): Finding[] {
  const seen = new Set<string>();
  return definitions.flatMap(({ id, path }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew ? [] : [{ test, path, message: `the ${what} "${id}" is defined more than once` }];
  });
}

function usesOf(advisory: CsafAdvisory): { products: Use[]; groups: Use[] } {
  const products: Use[] = [];
  const groups: Use[] = [];
  const each = (list: readonly string[] | undefined, path: string, into: Use[]) => {
    list?.forEach((id, index) => {
      into.push({ id, path: `${path}[${index}]` });
    });
  };
  advisory.product_tree?.product_groups?.forEach((group, at) => {
    each(group.product_ids, `$.product_tree.product_groups[${at}].product_ids`, products);
  });
  advisory.product_tree?.relationships?.forEach((relationship, at) => {
    const path = `$.product_tree.relationships[${at}]`;
    products.push({ id: relationship.product_reference, path: `${path}.product_reference` });
    products.push({
      id: relationship.relates_to_product_reference,
      path: `${path}.relates_to_product_reference`,
    });
  });
  advisory.vulnerabilities?.forEach((vulnerability, at) => {
    const path = `$.vulnerabilities[${at}]`;
    for (const [status, ids] of Object.entries(vulnerability.product_status ?? {})) {
      each(ids, `${path}.product_status.${status}`, products);
    }
    vulnerability.scores?.forEach((score, index) => {
      each(score.products, `${path}.scores[${index}].products`, products);
    });
    for (const key of ['remediations', 'flags', 'threats'] as const) {
      vulnerability[key]?.forEach((item, index) => {
        each(item.product_ids, `${path}.${key}[${index}].product_ids`, products);
        each(item.group_ids, `${path}.${key}[${index}].group_ids`, groups);
      });
    }
  });
  return { products, groups };
}

/** 6.1.3: a relationship may not define a product in terms of itself, directly or through others. */
function circular(advisory: CsafAdvisory): Finding[] {
  const relationships = advisory.product_tree?.relationships ?? [];
  const parts = new Map<string, string[]>();
  for (const {
    full_product_name: whole,
    product_reference: one,
    relates_to_product_reference: other,
  } of relationships) {
    const known = parts.get(whole.product_id);
    if (known === undefined) parts.set(whole.product_id, [one, other]);
    else known.push(one, other);
  }
  const inThemselves = cyclesIn(parts);
  return relationships.flatMap((relationship, index) =>
    inThemselves.has(relationship.full_product_name.product_id)
      ? [
          {
            test: '6.1.3',
            path: `$.product_tree.relationships[${index}].full_product_name.product_id`,
            message: 'the product is made of itself',
          },
        ]
      : [],
  );
}

/**
 * The ids that lead back to themselves: those of strongly connected components of more than one, and those that name
 * themselves. Each part is looked at once (Tarjan 1972), without recursion: a file may have thousands in a row.
 */
export function cyclesIn(parts: ReadonlyMap<string, readonly string[]>): Set<string> {
  const cyclic = new Set<string>();
  const order = new Map<string, number>();
  const least = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const open: { id: string; at: number }[] = [];
  const enter = (id: string): void => {
    least.set(id, order.size);
    order.set(id, order.size);
    stack.push(id);
    onStack.add(id);
    open.push({ id, at: 0 });
  };
  const lower = (id: string, to: number): void => {
    least.set(id, Math.min(least.get(id) ?? to, to));
  };
  const leave = (id: string): void => {
    open.pop();
    const own = least.get(id) ?? 0;
    const above = open.at(-1);
    if (above !== undefined) lower(above.id, own);
    if (own !== order.get(id)) return;
    const component = stack.splice(stack.lastIndexOf(id));
    for (const each of component) onStack.delete(each);
    if (component.length > 1 || parts.get(id)?.includes(id) === true)
      for (const each of component) cyclic.add(each);
  };
  for (const root of parts.keys()) {
    if (order.has(root)) continue;
    enter(root);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = parts.get(top.id)?.[top.at];
      top.at += 1;
      if (next === undefined) leave(top.id);
      else if (!order.has(next)) enter(next);
      else if (onStack.has(next)) lower(top.id, order.get(next) ?? 0);
    }
  }
  return cyclic;
}

/** 6.1.29: a remediation names the products it is for. */
function withoutProduct(advisory: CsafAdvisory): Finding[] {
  return (advisory.vulnerabilities ?? []).flatMap((vulnerability, at) =>
    (vulnerability.remediations ?? []).flatMap((remediation, index) =>
      remediation.product_ids === undefined && remediation.group_ids === undefined
        ? [
            {
              test: '6.1.29',
              path: `$.vulnerabilities[${at}].remediations[${index}]`,
              message: 'the remediation names no product',
            },
          ]
        : [],
    ),
  );
}
