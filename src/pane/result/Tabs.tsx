/** The views of a result as tabs. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useRoving } from '../useRoving';

const useStyles = makeStyles({
  tabs: {
    display: 'flex',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    appearance: 'none',
    flexGrow: 1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderBottom: `${tokens.strokeWidthThicker} solid ${tokens.colorTransparentStroke}`,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    borderRadius: `${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0 0`,
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly name: string }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Id of the element that shows the selected view. */
  readonly panelId: string;
}

/**
 * Tabs by the rules of ARIA; arrow keys choose. Fluent's TabList does the same and would cost a fifth of the
 * script that the first paint may have.
 */
export function Tabs<Id extends string>({ label, onSelect, panelId, selected, tabs }: TabsProps<Id>): ReactNode {
  const styles = useStyles();
  const current = tabs.findIndex(({ id }) => id === selected);
  const roving = useRoving(tabs.length, current, 'horizontal', (index) => {
    const tab = tabs[index];
    if (tab) onSelect(tab.id);
  });
  return (
    <div role="tablist" aria-label={label} className={styles.tabs} onKeyDown={roving.onKeyDown}>
      {tabs.map(({ id, name }, index) => (
        <button
          key={id}
          ref={roving.keep(index)}
          type="button"
          role="tab"
          data-place={`tab-${id}`}
          id={`${panelId}-${id}`}
          aria-selected={id === selected}
          aria-controls={panelId}
          tabIndex={roving.tabIndex(index)}
          className={mergeClasses(styles.tab, id === selected && styles.selected)}
          onClick={() => onSelect(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
