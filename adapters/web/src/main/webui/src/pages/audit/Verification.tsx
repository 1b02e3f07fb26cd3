import { Alert, Button, Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { get, type Schema } from '../../api/client';
import { count } from '../../format';
import { texts } from '../../texts';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading } from '../../widgets/States';

const t = texts.audit.verification;
const HEIGHT = 48;

/** Asked for by hand: it reads the whole log. */
export function Verification() {
  const verification = useQuery({
    queryKey: ['audit', 'verification'],
    queryFn: ({ signal }) => get('/api/v1/audit/verification', {}, { signal }),
    enabled: false,
  });
  return (
    <Panel title={t.title}>
      <Group justify="space-between" align="center">
        <div style={{ flex: '1 1 260px' }}>
          {verification.isFetching && <Loading height={HEIGHT} />}
          {!verification.isFetching && verification.isError && <Failed error={verification.error} />}
          {!verification.isFetching && verification.data && <Result of={verification.data} />}
          {!verification.isFetching && verification.data === undefined && !verification.isError && (
            <Text size="sm">{t.note}</Text>
          )}
        </div>
        <Button
          variant="light"
          loading={verification.isFetching}
          onClick={() => {
            void verification.refetch();
          }}
        >
          {verification.data === undefined ? t.verify : t.again}
        </Button>
      </Group>
    </Panel>
  );
}

function Result({ of: { intact, entries, firstBroken } }: { of: Schema<'AuditIntegrity'> }) {
  return intact ? (
    <Alert color="green" icon={<IconShieldCheck aria-hidden />} role="status" p="xs">
      {t.intact(count(entries))}
    </Alert>
  ) : (
    <Alert color="red" icon={<IconShieldX aria-hidden />} role="alert" p="xs">
      {t.broken(String(firstBroken), count(entries))}
    </Alert>
  );
}
