import { Alert, Button } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { get, type Schema } from '../../api/client';
import { count } from '../../format';
import { texts } from '../../texts';
import { useFocusBack } from '../../widgets/act';
import { Failed, Loading } from '../../widgets/States';

const t = texts.audit.verification;
const HEIGHT = 44;

/** Asked for by hand: it reads the whole log. */
export function useVerification() {
  return useQuery({
    queryKey: ['audit', 'verification'],
    queryFn: ({ signal }) => get('/api/v1/audit/verification', {}, { signal }),
    enabled: false,
  });
}

export type Asked = ReturnType<typeof useVerification>;

export function VerifyButton({ verification }: { verification: Asked }) {
  useFocusBack(verification.isFetching);
  return (
    <Button
      variant="default"
      leftSection={<IconShieldCheck size={16} aria-hidden />}
      loading={verification.isFetching}
      onClick={() => {
        void verification.refetch();
      }}
    >
      {verification.data === undefined ? t.verify : t.again}
    </Button>
  );
}

/** What came of it; nothing until it is asked for. */
export function Verification({ verification }: { verification: Asked }) {
  if (verification.isFetching) {
    return <Loading height={HEIGHT} />;
  }
  if (verification.isError) {
    return <Failed error={verification.error} />;
  }
  return verification.data && <Result of={verification.data} />;
}

function Result({ of: { intact, entries, firstBroken } }: { of: Schema<'AuditIntegrity'> }) {
  return intact ? (
    <Alert variant="light" color="green" icon={<IconShieldCheck aria-hidden />} role="status" p="xs">
      {t.intact(count(entries))}
    </Alert>
  ) : (
    <Alert color="red" icon={<IconShieldX aria-hidden />} role="alert" p="xs">
      {t.broken(String(firstBroken), count(entries))}
    </Alert>
  );
}
