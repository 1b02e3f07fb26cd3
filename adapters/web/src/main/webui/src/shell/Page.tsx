import { Group, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useOutletContext } from 'react-router';
import type { Me } from '../session/session';
import { texts } from '../texts';

interface PageProps {
  title: string;
  description?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page with its title, in the window's title, too. */
export function Page({ title, description, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${texts.common.product}`;
  }, [title]);
  return (
    <>
      <Group justify="space-between" mb="md" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {title}
          </Title>
          {description !== undefined && (
            <Text c="dimmed" component="div">
              {description}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </>
  );
}

/** Whoever is signed in, within every page. */
export function useSignedIn(): Me {
  return useOutletContext<Me>();
}
