export const costs = {
  description: 'What usage cost, by which prices, and whether it can be believed.',
  tabs: { costs: 'Costs', rates: 'Rates', reconciliation: 'Reconciliation', limits: 'Limits' },
  kinds: {
    contracted: 'Contracted cost',
    list: 'Cost at list prices',
    billed: 'Billed cost',
    effective: 'Effective cost',
    notional: 'Notional cost',
  } as Record<string, string>,
  kindsExplained: {
    contracted: 'Usage priced by the rates in force, or as a source states its contract.',
    list: 'Usage at public list prices, before any contract.',
    billed: 'What vendors invoiced.',
    effective: 'What was invoiced, spread over the usage that it pays for.',
    notional: 'What models would cost at list prices. Nobody is billed for it.',
  } as Record<string, string>,
  widget: {
    total: (amount: string, kind: string) => `${amount} ${kind.toLowerCase()}`,
    kind: (kind: string, currency: string) => `${kind}, ${currency}`,
    kindOf: (title: string) => `Kind of cost: ${title}`,
    largest: (shown: string, of: string) =>
      `The ${shown} largest of ${of} are drawn. The table has all of them.`,
    unpriced: 'No price: there is usage, and no rate for it.',
    unpricedNote: 'What it cost is not known. It is not zero.',
  },
};
