export const overview = {
  cards: {
    sessions: 'Sessions',
    acus: 'ACUs',
    cost: 'Estimated cost',
    activeUsers: 'Active users this week',
  },
  thisWeek: 'Since Monday, days of UTC',
  weekBefore: 'the week before until the same moment',
  sessionsNote: 'Created in the period',
  unpriced: 'Some usage has no price and is not in it.',
  costMore: (amounts: string) => `and ${amounts}`,
  daily: 'Daily consumption',
  dailyNote: 'ACUs by product',
  byPerson: 'By person',
  byPersonNote: 'ACUs of the ten who used most',
  byOrganization: 'By organization',
  byOrganizationNote: 'ACUs of the ten that used most',
  recent: 'Recent sessions',
  recentNote:
    'Created in the period, the newest first. ACUs are of their whole lives and no usage of these days.',
  queue: {
    title: 'Queue',
    /** Read out in place of the badge. */
    badge: (source: string, status: string, length: string) =>
      `Queue of ${source}: ${status}, ${length} waiting. Show the last 24 hours`,
    failed: 'Queue: could not be loaded',
    short: (source: string, status: string) => `${source} queue: ${status}`,
    waiting: (length: string) => `${length} waiting`,
    status: { normal: 'normal', elevated: 'elevated', high: 'high' } as Record<string, string>,
    unrated: 'not rated',
    lastDay: (source: string) => `Queue of ${source}, last 24 hours`,
    since: 'Since',
    length: 'Waiting',
    rating: 'Rating',
    readAt: (when: string) => `Read ${when}`,
    unread: 'Not read yet',
  },
  projection: {
    title: 'Projected end of the cycle',
    note: 'An estimate with the interval in which it will most likely lie, never one number alone',
    of: (source: string, cycle: string) => `${source}, cycle ${cycle}`,
    kinds: {
      list: 'at list prices',
      contracted: 'at contract prices',
      billed: 'billed',
      effective: 'effective',
      notional: 'notional: what it would cost, not what is billed',
    } as Record<string, string>,
    interval: (low: string, high: string) => `${low} to ${high}`,
    estimate: (estimate: string, percent: number) =>
      `about ${estimate}; ${percent} of 100 outcomes lie in the interval`,
    spent: (spent: string) => `${spent} so far`,
    bar: (spent: string, low: string, high: string) =>
      `${spent} spent so far; the end of the cycle is estimated between ${low} and ${high}`,
    method: 'How this is estimated',
    basis: (settled: number, mean: string, deviation: string, ahead: number) =>
      `Made of ${settled} settled days, which cost ${mean} on average with a standard deviation of ${deviation}; ${ahead} days are estimated.`,
    reasons: {
      too_few_settled_days: 'No projection yet: it takes seven settled days.',
      unpriced_usage: 'No projection: some usage has no price.',
    } as Record<string, string>,
    unpriced: 'Usage of these days has no price, so that they cost more than is told here.',
    nothing: 'Nothing was spent in the cycle under way or in the last 30 days.',
  },
  firstSync: {
    title: 'The first reading is under way',
    text: 'Figures are not complete until it is done. This page follows by itself.',
    waiting: (source: string) => `${source} is about to be read for the first time.`,
    failing: (source: string, reason: string) => `${source} could not be read yet: ${reason}`,
    open: (source: string) => `Look at ${source}`,
  },
  noSource: {
    title: 'Nothing is connected yet',
    text: 'Tallyport shows what its sources state, and has none so far. Ask an admin, who can connect one under Settings, Sources.',
  },
};
