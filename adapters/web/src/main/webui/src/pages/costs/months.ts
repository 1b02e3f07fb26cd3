/** So many months, the first of them whole, through today: which day that is, the server knows of each source. */
export function lastMonths(now: Date, count: number): { from: string } {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1 - count, 1));
  return { from: first.toISOString().slice(0, 10) };
}
