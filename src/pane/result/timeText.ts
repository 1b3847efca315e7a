/** Day and minute as people write them, in the pane's language; the text as it is where it is no time. */
export function timeText(time: string, language: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? time
    : new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }).format(date);
}
