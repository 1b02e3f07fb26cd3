import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { texts } from '../texts';
import { Page } from './Page';

/** A page that somebody may not see, and which permission that takes. */
export function NotAllowed({ permission }: { permission: string }) {
  const t = texts.common.notAllowed;
  return (
    <Page title={t.title} description={t.text(permission)}>
      <Button component={Link} to="/settings/account" variant="light">
        {t.permissions}
      </Button>
    </Page>
  );
}
