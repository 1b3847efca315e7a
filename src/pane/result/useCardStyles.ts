/** The look shared by the entries of all lists: a card whose title is a button as wide as the card. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { bareButton } from '../bareButton';

export const useCardStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: {
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  // As the window on a long list reckons them (`rowGap`).
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  lines: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  // One line of a list: closed two lines of text at most, open a card.
  line: {
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorTransparentStroke}`,
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
  },
  lineButton: {
    ...bareButton,
    textAlign: 'start',
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalXS,
    ':focus-visible': { ...bareButton[':focus-visible'], outlineOffset: '1px' },
  },
  lineText: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  // What is cut off is read by opening the line; it is whole for the ear.
  clamped: {
    display: '-webkit-box',
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else cuts a text after two lines
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    '@container pane (min-width: 480px)': { WebkitLineClamp: '1' },
  },
  chevron: { flexShrink: 0, marginTop: '2px', color: tokens.colorNeutralForeground3 },
  inBundle: { marginLeft: tokens.spacingHorizontalM },
  link: {
    appearance: 'none',
    padding: `${tokens.spacingVerticalXS} 0`,
    border: 'none',
    background: 'none',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textDecorationLine: 'underline',
    cursor: 'pointer',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  heardOnly: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  card: {
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    // Long lists: what is off the screen is neither laid out nor painted.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 120px',
  },
  // The window keeps what is on the screen where it is; two that do so would push twice.
  windowed: { overflowAnchor: 'none' },
  // A card whose height is measured must have it from the beginning.
  measured: { contentVisibility: 'visible', containIntrinsicSize: 'none' },
  current: {
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
  title: {
    appearance: 'none',
    width: '100%',
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
  },
  cell: {
    marginRight: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundLink,
  },
  // The sentence stands apart from it by a sign, which is heard as well.
  address: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForegroundLink },
  badge: {
    marginRight: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
  },
  summary: {
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  aside: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  grow: { flexGrow: 1, minWidth: 0 },
  // Buttons beside each other, all as wide as the widest; they fill a narrow pane and are as wide as their words in a wide one.
  buttons: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 8em), 1fr))',
    gap: tokens.spacingHorizontalS,
    '@container pane (min-width: 480px)': {
      justifySelf: 'start',
      width: 'fit-content',
      gridTemplateColumns: 'none',
      gridAutoFlow: 'column',
      gridAutoColumns: '1fr',
    },
  },
  // As large as the place it has, for what is in it to fill.
  holder: { display: 'grid' },
  // A button alone on its line.
  action: { alignSelf: 'stretch', '@container pane (min-width: 480px)': { alignSelf: 'flex-start' } },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});
