import { Stack } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { Page } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { FormButton } from '../../widgets/FormButton';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { DescribeFlag } from './DescribeFlag';
import { FlagPanel } from './FlagPanel';
import { FLAGS } from './states';

const t = texts.flags;
const HEIGHT = 320;

export default function Flags() {
  return (
    <Permitted to={SECTIONS.flags}>
      <AllFlags />
    </Permitted>
  );
}

function AllFlags() {
  const flags = useQuery({
    queryKey: FLAGS,
    queryFn: ({ signal }) => get('/api/v1/flags', {}, { signal }),
  });
  return (
    <Page
      title={texts.common.sections.flags}
      description={t.description}
      actions={
        flags.data && (
          <FormButton action={t.define}>
            {(close) => <DescribeFlag flag={null} flags={flags.data} onClose={close} />}
          </FormButton>
        )
      }
    >
      {flags.isPending && <Loading height={HEIGHT} />}
      {flags.isError && <Failed error={flags.error} retry={() => void flags.refetch()} />}
      {flags.data?.length === 0 && <Nothing icon={<IconFlag aria-hidden />} title={t.none} />}
      <Stack>
        {flags.data?.map((flag) => (
          <FlagPanel key={flag.key} flag={flag} />
        ))}
      </Stack>
    </Page>
  );
}
