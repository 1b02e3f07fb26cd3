import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { FormModal } from '../../widgets/ActForm';
import { CreatePerson } from './CreatePerson';
import { PeoplePanel } from './PeoplePanel';
import { VendorUsersPanel } from './VendorUsersPanel';

const t = texts.people;

export default function People() {
  return (
    <Permitted to={SECTIONS.people}>
      <Everybody />
    </Permitted>
  );
}

function Everybody() {
  const mayManage = may(useSignedIn(), 'ManageAccountMembership');
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
