import { Group, SimpleGrid, Text, Title } from '@mantine/core';
import { IconChevronRight, IconDatabase, IconFileSpreadsheet } from '@tabler/icons-react';
import { Link } from 'react-router';
import { texts } from '../../texts';
import classes from './Connect.module.css';
import type { Connector } from './settings';

/** What there is to read from. */
export function ConnectorChoice({ connectors }: { connectors: readonly Connector[] }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {[...connectors].sort(vendorsFirst).map((connector) => (
        <li key={connector.id}>
          <Link to={`?connector=${encodeURIComponent(connector.id)}`} className={classes.card}>
            <Group justify="space-between" wrap="nowrap" mb={4}>
              <Group gap="xs" wrap="nowrap">
                {isOfFiles(connector) ? (
                  <IconFileSpreadsheet size={20} aria-hidden />
                ) : (
                  <IconDatabase size={20} aria-hidden />
                )}
                <Title order={3} size="h5">
                  {connector.name}
                </Title>
              </Group>
              <IconChevronRight size={16} aria-hidden />
            </Group>
            <Text size="sm" c="dimmed">
              {texts.sources.vendors[connector.id]?.reads ?? metersOf(connector)}
            </Text>
          </Link>
        </li>
      ))}
    </SimpleGrid>
  );
}

function vendorsFirst(one: Connector, other: Connector): number {
  return Number(isOfFiles(one)) - Number(isOfFiles(other));
}

function isOfFiles({ settings }: Connector): boolean {
  return settings.some((setting) => setting.type === 'PATH' && setting.required);
}

/** Of a connector that nobody has described here. */
function metersOf({ cuts }: Connector): string {
  return [...new Set(cuts.map((cut) => cut.meter))].join(', ');
}
