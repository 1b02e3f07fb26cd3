import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '../shell/Page';
import { texts } from '../texts';

export function NotFound() {
  const t = texts.common.notFound;
  return (
    <Page title={t.title} description={t.text}>
      <Button component={Link} to="/" variant="light">
        {t.home}
      </Button>
    </Page>
  );
}
