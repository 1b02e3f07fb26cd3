import { Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../api/client';
import { exactly, quantity, stretch } from '../format';
import { texts } from '../texts';
import { earlierOf } from './comparison';
import { isSame } from './measures';
import { Change } from './StatCard';

/** What an answer comes to, once it is there, of each measure by itself, and how that changed. */
export function Totals({
  usage,
  description,
}: {
  usage: Schema<'Usage'> | undefined;
  description?: ReactNode;
}) {
  if (usage === undefined) {
    return (
      <>
        <Skeleton h={20} w={140} my={4} />
        {description}
      </>
    );
  }
  const before = earlierOf(usage);
  return (
    <>
      {usage.totals.length === 0 && (
        <Text fw={600} size="lg" c="var(--mantine-color-text)" component="div">
          {texts.widgets.none}
        </Text>
      )}
      {usage.totals.map((total) => {
        const earlier = before?.totals.find((one) => isSame(one, total));
        return (
          <div key={`${total.meter} ${total.money} ${total.unit}`}>
            <Text
              fw={600}
              size="lg"
              c="var(--mantine-color-text)"
              component="div"
              title={exactly(total.quantity, total.unit)}
            >
              {quantity(total.quantity, total.unit)}
            </Text>
            {before && earlier && (
              <Change
                figure={total}
                before={{ quantity: earlier.quantity, window: stretch(before.window, usage.calendar) }}
              />
            )}
          </div>
        );
      })}
      {description}
    </>
  );
}
