// The products of a CSAF product tree as a flat list: every definition in document order with its JSON path. Branches
// give vendor, product name and version; bundled and installed-on products keep their full name.
import type { CsafAdvisory, CsafBranch, CsafFullProduct } from './document.ts';

export type CsafProduct = {
  readonly id: string;
  readonly fullName: string;
  readonly vendor: string | null;
  readonly name: string;
  /** One version, or a range as the producer writes it. */
  readonly version: string | null;
  /** Set only for a well-formed CPE 2.3 formatted string. */
  readonly cpe: string | null;
  /** As written; CSAF test 6.1.13 checks that it is a package URL. */
  readonly purl: string | null;
  /** JSON path of the definition. */
  readonly path: string;
};

type Step = { readonly category: CsafBranch['category']; readonly name: string };

const CPE_23 = /^cpe:2\.3:[aho*-](:(\\[\x21-\x7e]|[a-zA-Z0-9._~*?-])+){10}$/;

/** Every product definition in document order. An id that is defined twice occurs twice. */
export function productsOf(advisory: CsafAdvisory): CsafProduct[] {
  const tree = advisory.product_tree;
  const products: CsafProduct[] = [];
  walkBranches(tree?.branches ?? [], [], '$.product_tree.branches', products);
  tree?.full_product_names?.forEach((product, index) => {
    products.push(productFrom(product, [], `$.product_tree.full_product_names[${index}]`));
  });
  tree?.relationships?.forEach((relationship, index) => {
    const path = `$.product_tree.relationships[${index}].full_product_name`;
    products.push(productFrom(relationship.full_product_name, [], path));
  });
  return products;
}

function walkBranches(
  branches: readonly CsafBranch[],
  steps: readonly Step[],
  path: string,
  products: CsafProduct[],
) {
  branches.forEach((branch, index) => {
    const here = [...steps, { category: branch.category, name: branch.name }];
    if (branch.product !== undefined)
      products.push(productFrom(branch.product, here, `${path}[${index}].product`));
    walkBranches(branch.branches ?? [], here, `${path}[${index}].branches`, products);
  });
}

function productFrom(product: CsafFullProduct, steps: readonly Step[], path: string): CsafProduct {
  const named = (category: Step['category']) =>
    tidy(steps.findLast((step) => step.category === category)?.name);
  const { cpe, purl } = product.product_identification_helper ?? {};
  const name = named('product_name') ?? (isBareVersion(product.name) ? named('product_family') : null);
  const versions = [named('product_version'), named('product_version_range'), named('service_pack')];
  return {
    id: product.product_id,
    fullName: product.name,
    vendor: named('vendor'),
    name: name ?? tidy(product.name) ?? product.name,
    version: name === null ? null : (versions.find((version) => version !== null) ?? null),
    cpe: cpe !== undefined && CPE_23.test(cpe) ? cpe : null,
    purl: purl ?? null,
    path,
  };
}

/** Some issuers (Cisco) name a product by its version alone, and its family above it. */
function isBareVersion(name: string): boolean {
  return /^v?\d[\w.()]*$/i.test(name.trim());
}

/** Stray white space must not turn one product into two. */
function tidy(text: string | undefined): string | null {
  const plain = text?.replace(/\s+/g, ' ').trim() ?? '';
  return plain === '' ? null : plain;
}

type Naming = {
  readonly product_ids?: readonly string[] | undefined;
  readonly group_ids?: readonly string[] | undefined;
};

/** Reads product ids named directly and through product groups, in order, without repeats. */
export function productIdsIn(advisory: CsafAdvisory): (named: Naming) => string[] {
  const groups = new Map(
    advisory.product_tree?.product_groups?.map((group) => [group.group_id, group.product_ids]),
  );
  return (named) => {
    const throughGroups = (named.group_ids ?? []).flatMap((id) => groups.get(id) ?? []);
    return [...new Set([...(named.product_ids ?? []), ...throughGroups])];
  };
}
