import { day } from '../../../format';
import { texts } from '../../../texts';
import { price, type Rate } from './rates';
import type { RateFields, RateTask } from './tasks';

const t = texts.costs.rates.effect;

/** What a change will do, before it does. */
export function whatHappens(
  task: RateTask,
  rate: Rate | null,
  fields: RateFields,
  isOfThePast: boolean,
  scope: string,
): string {
  const sentences = [effect(task, rate, fields, scope)];
  sentences.push(isOfThePast ? t.past : t.pastKept);
  return sentences.join(' ');
}

function effect(task: RateTask, rate: Rate | null, fields: RateFields, scope: string): string {
  const { amount, currency, unit, from, until } = fields;
  if (task.kind === 'end') {
    if (until === '') {
      return t.endsToday;
    }
    return rate !== null && rate.from !== null && until <= rate.from ? t.withdrawn : t.ends(day(until));
  }
  if (unit === '' || !/^\d+(\.\d+)?$/.test(amount)) {
    return t.incomplete;
  }
  return t.costs(
    price({ amount, currency }, unit),
    scope,
    from === '' ? t.always : t.from(day(from)),
    until === '' ? '' : t.until(day(until)),
  );
}
