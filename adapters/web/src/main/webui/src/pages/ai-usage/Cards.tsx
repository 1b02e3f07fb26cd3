import { SimpleGrid, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** Cards of one kind below their heading. */
export function Cards({
  title,
  footer,
  children,
}: {
  title: string;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} size="h5" mb="xs" id={titleId}>
        {title}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} spacing="sm">
        {children}
      </SimpleGrid>
      {footer !== undefined && <div style={{ marginTop: 8 }}>{footer}</div>}
    </section>
  );
}
