/** The look of a text that is there to be copied by hand. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useCopyTextStyles = makeStyles({
  text: {
    width: '100%',
    minHeight: '120px',
    boxSizing: 'border-box',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});
