import { Card, Center, Stack, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { texts } from '../../texts';

/** What whoever is not signed in yet sees: one thing at a time. */
export function SignInCard({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${texts.common.product}`;
  }, [title]);
  return (
    <Center mih="100vh" p="md" component="main">
      <Card withBorder padding="xl" w="100%" maw={400}>
        <Stack>
          <Stack align="center" gap="xs">
            <img src="/favicon.svg" alt="" width={40} height={40} />
            <Title order={1} size="h3">
              {title}
            </Title>
          </Stack>
          {children}
        </Stack>
      </Card>
    </Center>
  );
}
