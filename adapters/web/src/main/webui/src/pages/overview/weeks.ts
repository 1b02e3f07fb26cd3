const MILLISECONDS_OF_A_MINUTE = 60_000;
const DAYS_OF_A_WEEK = 7;

/** The week under way since its Monday, and the one before until the same moment, both of UTC. */
export function weekUnderWay(now: Date): { from: string; to: string; before: { from: string; to: string } } {
  const moment = new Date(Math.floor(now.getTime() / MILLISECONDS_OF_A_MINUTE) * MILLISECONDS_OF_A_MINUTE);
  const daysSinceMonday = (moment.getUTCDay() + DAYS_OF_A_WEEK - 1) % DAYS_OF_A_WEEK;
  const monday = daysBefore(
    new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate())),
    daysSinceMonday,
  );
  return {
    from: monday.toISOString(),
    to: moment.toISOString(),
    before: {
      from: daysBefore(monday, DAYS_OF_A_WEEK).toISOString(),
      to: daysBefore(moment, DAYS_OF_A_WEEK).toISOString(),
    },
  };
}

function daysBefore(at: Date, days: number): Date {
  const earlier = new Date(at);
  earlier.setUTCDate(earlier.getUTCDate() - days);
  return earlier;
}
