import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { may } from '../../session/session';
import { NotAllowed } from '../../shell/NotAllowed';
import { Page, useSignedIn } from '../../shell/Page';
import { texts } from '../../texts';
import { FormModal } from '../../widgets/ActForm';
import { CreatePerson } from './CreatePerson';
import { PeoplePanel } from './PeoplePanel';
import { VendorUsersPanel } from './VendorUsersPanel';

const t = texts.people;
const PERMISSION = 'ViewAccountMembership';

export default function People() {
  const me = useSignedIn();
  return may(me, PERMISSION) || may(me, 'ManageAccountMembership') ? (
    <Everybody mayManage={may(me, 'ManageAccountMembership')} />
  ) : (
    <NotAllowed permission={PERMISSION} />
  );
}

function Everybody({ mayManage }: { mayManage: boolean }) {
  const [isCreating, setCreating] = useState(false);
  const close = () => {
    setCreating(false);
  };
  return (
    <Page
      title={texts.common.sections.people}
      description={t.description}
      actions={
        mayManage && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              setCreating(true);
            }}
          >
            {t.create}
          </Button>
        )
      }
    >
      <FormModal title={t.create} opened={isCreating} onClose={close}>
        <CreatePerson onClose={close} />
      </FormModal>
      <Stack>
        <PeoplePanel />
        <VendorUsersPanel mayManage={mayManage} />
      </Stack>
    </Page>
  );
}
