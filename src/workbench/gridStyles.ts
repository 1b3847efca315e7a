/** How the grid looks: its canvas, its heads, its cells and their marks. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { heads } from './picture';

/** Classes of the parts of the grid. */
export const useGridStyles = makeStyles({
  scroller: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    // Nothing outside has to be laid out anew because of what is drawn here.
    contain: 'strict',
    '&:focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  canvas: { position: 'relative', backgroundColor: tokens.colorNeutralBackground1 },
  heads: { position: 'sticky', top: 0, zIndex: 3, height: `${heads.height}px` },
  row: { position: 'absolute', left: 0, width: '100%' },
  head: {
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  heardOnly: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  columnHead: { position: 'absolute', top: 0, height: '100%' },
  // In a row of its own so that it stays at the left edge while the row is wider than the window.
  rowHead: { position: 'sticky', left: 0, zIndex: 2, width: `${heads.width}px`, height: '100%' },
  corner: { position: 'sticky', left: 0, zIndex: 1, width: `${heads.width}px`, height: '100%' },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  cell: {
    position: 'absolute',
    top: 0,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    padding: '2px 4px',
    overflow: 'hidden',
    fontSize: '13px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    cursor: 'cell',
  },
  text: { width: '100%', maxHeight: '100%', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  badge: {
    flexShrink: 0,
    alignSelf: 'flex-start',
    marginRight: '4px',
    padding: '0 3px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightBold,
    border: `${tokens.strokeWidthThin} solid currentcolor`,
    borderRadius: tokens.borderRadiusSmall,
  },
  selected: {
    zIndex: 1,
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-2px',
  },
  P0: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
  P1: { color: tokens.colorStatusWarningForeground1, backgroundColor: tokens.colorStatusWarningBackground1 },
  P2: { color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2 },
});
