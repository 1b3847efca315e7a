/** The dark theme, fetched where it is wanted. */
export { webDarkTheme } from '@fluentui/react-components';
