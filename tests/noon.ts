/**
 * A zone in which it is noon now, on the date that UTC has. Tests that say "today" live there, so that their hours of
 * work fit into the day, and a test passes at five past midnight as it does in the afternoon. Tests about midnight
 * and about clocks that change name their own zone and moment.
 */
export const noonZone = zoneOfNoon(new Date().getUTCHours());

/** `Etc/GMT-3` is three hours ahead of UTC: the database of zones counts westwards. */
export function zoneOfNoon(hour: number): string {
  const ahead = 12 - hour;
  if (ahead === 0) return "UTC";
  return ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
}
