import { Button, SimpleGrid, Stack } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useSession, useSignOut } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { texts } from '../../texts';
import { Abilities } from './Abilities';
import { ChangePassword } from './ChangePassword';
import { Yourself } from './Yourself';

export default function Account() {
  const me = useSignedIn();
  const session = useSession();
  const signOut = useSignOut();
  const isLocal = session.data?.local !== false;
  return (
    <Page
      title={texts.common.sections.account}
      actions={
        <Button
          variant="default"
          leftSection={<IconLogout size={16} aria-hidden />}
          loading={signOut.isPending}
          onClick={() => {
            signOut.mutate({ local: isLocal });
          }}
        >
          {texts.account.signOut}
        </Button>
      }
    >
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Stack>
          <div>
            <Yourself me={me} isLocal={isLocal} />
          </div>
          <div>
            <ChangePassword me={me} isLocal={isLocal} />
          </div>
        </Stack>
        <Abilities me={me} />
      </SimpleGrid>
    </Page>
  );
}
