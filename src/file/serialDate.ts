/** Dates and times as the numbers that Excel counts them by. */

const dayLength = 86_400_000;

/** An ISO date, with a time or not, as a serial number; null where it is none. */
export function serialOfDate(iso: string, countsFrom1904: boolean): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+)?$/.test(iso)) return null;
  const time = Date.parse(`${iso}${iso.includes('T') ? '' : 'T00:00:00'}Z`);
  if (!Number.isFinite(time)) return null;
  const days =
    (time - Date.UTC(countsFrom1904 ? 1904 : 1899, countsFrom1904 ? 0 : 11, countsFrom1904 ? 1 : 30)) / dayLength;
  // Excel counts a 29 February 1900 that never was.
  return !countsFrom1904 && days < 61 ? days - 1 : days;
}

/** A duration such as "PT08H30M00S" in days; null where it is none. */
export function serialOfTime(duration: string): number | null {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration);
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
