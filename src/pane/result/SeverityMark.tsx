/** A severity as a shape and a word; its colour only adds to them. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { LightbulbFilled } from '@fluentui/react-icons/svg/lightbulb';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { Severity } from '../../core/checks/finding';

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  P0: { color: tokens.colorStatusDangerForeground1 },
  P1: { color: tokens.colorStatusWarningForeground1 },
  P2: { color: tokens.colorBrandForeground1 },
});

const icons = { P0: ErrorCircleFilled, P1: WarningFilled, P2: LightbulbFilled } as const;

/** The shape; the word stands beside it wherever it is used. */
export function SeverityMark({ severity }: { readonly severity: Severity }): ReactNode {
  const styles = useStyles();
  const Icon = icons[severity];
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[severity])} />;
}
