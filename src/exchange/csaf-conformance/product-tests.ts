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
    parts.set(whole.product_id, [...(parts.get(whole.product_id) ?? []), one, other]);
  }
  const isInItself = (id: string): boolean => {
    const seen = new Set<string>();
    const open = [...(parts.get(id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === id) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(parts.get(next) ?? []));
    }
    return false;
  };
  return relationships.flatMap((relationship, index) =>
    isInItself(relationship.full_product_name.product_id)
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
