import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ConfusionTable.module.css';
import type { ConfusionMatrix } from './confusion-matrix.ts';

/** A confusion matrix: the larger a number, the stronger its ground. */
export function ConfusionTable({ matrix }: { readonly matrix: ConfusionMatrix }) {
  const { t } = useTranslation();
  const { categories, rows, largest } = matrix;
  return (
    <table className={classes.matrix}>
      <caption>{t('outputs.confusion')}</caption>
      <thead>
        <tr>
          <td />
          {categories.map((category) => (
            <th key={category} scope="col">
              {category}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, index) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {categories.map((other, at) => (
              <td key={other} style={{ '--share': shareOf(rows[index]?.[at] ?? 0, largest) } as CSSProperties}>
                {rows[index]?.[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Never so strong that the number could not be read. */
function shareOf(value: number, largest: number): string {
  return `${largest === 0 ? 0 : Math.round((value / largest) * 45)}%`;
}
