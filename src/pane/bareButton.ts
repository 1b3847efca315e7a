/** A button that looks like the text in it: the base of a line that opens and of a heading that sorts. */
import { tokens } from '@fluentui/react-components';

export const bareButton = {
  appearance: 'none',
  width: '100%',
  minWidth: 0,
  padding: 0,
  border: 'none',
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  cursor: 'pointer',
  borderRadius: tokens.borderRadiusSmall,
  ':hover': { color: tokens.colorBrandForegroundLinkHover },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
} as const;
