import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Schema } from '../../api/client';
import { quantity } from '../../format';
import { may } from '../../session/session';
import { useSignedIn } from '../../shell/Page';
import { texts } from '../../texts';
import { nameOfMeter, useMeters } from './rates/meters';
import { openRateForm } from './rates/RateDialog';

const t = texts.costs.unpriced;

interface UnpricedProps {
  unpriced: readonly Schema<'UnpricedUsage'>[];
  prices: 'list' | undefined;
}

/** Usage that no rate is for, which is not the same as usage that costs nothing, and what can be done about it. */
export function Unpriced({ unpriced, prices }: UnpricedProps) {
  const mayAdd = may(useSignedIn(), 'ManageBilling');
  const meters = useMeters();
  return (
    <Alert
      color="yellow"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      title={t.title}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Stack gap="xs">
        <Text size="sm">{t.text(prices === 'list')}</Text>
        {unpriced.map(({ source = '', meter, quantity: used, unit }) => (
          <Group key={`${source} ${meter} ${unit}`} gap="sm">
            <Text size="sm" fw={600}>
              {t.usage(source, quantity(used, unit), nameOfMeter(meters.data, meter))}
            </Text>
            {mayAdd && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  openRateForm({
                    kind: 'add',
                    initially: { meter, unit, source, kind: prices ?? 'contracted' },
                  });
                }}
              >
                {t.add}
              </Button>
            )}
          </Group>
        ))}
        {!mayAdd && <Text size="sm">{t.ask}</Text>}
      </Stack>
    </Alert>
  );
}
