/** The look of a pressed switch: a frame, a fill and bold words, told from the others by more than colour. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useToggleStyles = makeStyles({
  pressed: {
    fontWeight: tokens.fontWeightBold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStrokeAccessible}`,
    '@media (forced-colors: active)': {
      borderTopColor: 'Highlight',
      borderRightColor: 'Highlight',
      borderBottomColor: 'Highlight',
      borderLeftColor: 'Highlight',
    },
  },
});
