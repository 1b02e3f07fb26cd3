import { Stack } from '@mantine/core';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { FormButton } from '../../widgets/FormButton';
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
  return (
    <Page
      title={texts.common.sections.people}
      description={t.description}
      actions={
        mayManage && <FormButton action={t.create}>{(close) => <CreatePerson onClose={close} />}</FormButton>
      }
    >
      <Stack>
        <PeoplePanel />
        <VendorUsersPanel mayManage={mayManage} />
      </Stack>
    </Page>
  );
}
