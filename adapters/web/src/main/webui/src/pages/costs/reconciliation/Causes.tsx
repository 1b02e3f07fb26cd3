import { Stack, Text } from '@mantine/core';
import { texts } from '../../../texts';
import { Panel } from '../../../widgets/Panel';
import { Cause, type CauseOf } from './Cause';

const t = texts.costs.reconciliation;

/** What each cause that occurs means, and what can be done about it. */
export function Causes({ causes }: { causes: readonly CauseOf[] }) {
  return (
    <Panel title={t.causesTitle}>
      <Stack component="dl" gap="sm" m={0}>
        {causes.map((cause) => (
          <div key={cause}>
            <dt>
              <Cause cause={cause} />
            </dt>
            <Text component="dd" size="sm" m={0} mt={4}>
              {t.causesExplained[cause]}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
