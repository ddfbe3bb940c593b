// Products that one runs: a warning fits when its software objects, or its CVEs as the catalogue has them, name one of them.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Faults } from '../../ui/act/hub-said.tsx';
import { useFocusAfter } from '../../ui/act/use-focus-after.ts';
import { TextField } from '../../ui/field.tsx';
import { type EditForm, NO_PRODUCT, type Product } from './subscription-form.ts';

const MOST = 50;

export const ProductFields = ({ edit: { form, set, faults } }: { edit: EditForm }): JSX.Element => {
  const { t } = useTranslation();
  const [adding, leaveTo] = useFocusAfter<HTMLButtonElement>();
  const change = (at: number, part: Partial<Product>): void =>
    set({ products: form.products.map((each, index) => (index === at ? { ...each, ...part } : each)) });
  return (
    <fieldset className="ticks stack tight">
      <legend>{t('subs.products')}</legend>
      <p className="hint">{t('subs.productsHint')}</p>
      {form.products.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a product is its place
        <div className="product" key={at}>
          <TextField label={t('subs.vendor')} value={each.vendor} set={(vendor) => change(at, { vendor })} />
          <TextField
            label={t('subs.product')}
            value={each.product}
            set={(product) => change(at, { product })}
          />
          <TextField label="CPE" value={each.cpe} set={(cpe) => change(at, { cpe })} />
          <button
            type="button"
            className="small"
            onClick={() => {
              set({ products: form.products.filter((_, index) => index !== at) });
              leaveTo();
            }}
          >
            {t('subs.dropProduct')}
          </button>
        </div>
      ))}
      <Faults of={faults('$.filter.products')} />
      {form.products.length < MOST && (
        <div>
          <button
            type="button"
            className="small"
            ref={adding}
            onClick={() => set({ products: [...form.products, NO_PRODUCT] })}
          >
            {t('subs.addProduct')}
          </button>
        </div>
      )}
    </fieldset>
  );
};
