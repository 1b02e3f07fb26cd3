import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { texts } from '../texts';

/** What is left of a page that failed in the browser. */
export function Broken() {
  const t = texts.common.broken;
  const error = useRouteError();
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <Center mih={300} p="md">
      <Stack align="center" maw={480}>
        <Title order={1} size="h3">
          {t.title}
        </Title>
        <Text ta="center">{t.text}</Text>
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          {t.reload}
        </Button>
      </Stack>
    </Center>
  );
}
