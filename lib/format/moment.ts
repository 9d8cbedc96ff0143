const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** `YYYY-MM-DD HH:MM` in Asia/Shanghai, the one form of a moment on pages. @rule GL-13.7 */
export function formatMoment(moment: Date | string): string {
  const found = Object.fromEntries(
    parts.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]),
  );
  return `${found["year"]}-${found["month"]}-${found["day"]} ${found["hour"]}:${found["minute"]}`;
}

/** `YYYY-MM-DD` in Asia/Shanghai, for lists. */
export function formatDay(moment: Date | string): string {
  return formatMoment(moment).slice(0, 10);
}
