/** The figures of a chart as a table for the ear; the eye has the bars, with the same figures behind them. */
import type { ReactNode } from 'react';
import { useCardStyles } from '../result/useCardStyles';

export interface HeardTableProps {
  readonly caption: string;
  /** The heading of the names first. */
  readonly heads: readonly string[];
  /** The name of each row first. */
  readonly rows: readonly (readonly string[])[];
}

export function HeardTable({ caption, heads, rows }: HeardTableProps): ReactNode {
  const card = useCardStyles();
  return (
    <table className={card.heardOnly}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...figures], row) => (
          <tr key={row}>
            <th scope="row">{name}</th>
            {figures.map((figure, column) => (
              <td key={column}>{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
