import { Card, List, Text, Title } from '@mantine/core';
import { texts } from '../../texts';
import classes from './Connect.module.css';
import type { Connector } from './settings';

const t = texts.sources.connect;

/** What a vendor's settings take, and where that is found. */
export function Needs({ connector: { id, settings } }: { connector: Connector }) {
  const vendor = texts.sources.vendors[id];
  const needs = vendor?.needs ?? settings.filter((one) => one.required).map((one) => one.description);
  return needs.length === 0 ? null : (
    <Card withBorder component="aside" className={classes.aside} aria-label={t.need}>
      <Title order={3} size="h6" mb={6}>
        {t.need}
      </Title>
      <List size="sm" spacing={6}>
        {needs.map((need) => (
          <List.Item key={need}>{need}</List.Item>
        ))}
      </List>
      {vendor && (
        <>
          <Title order={3} size="h6" mt="md" mb={6}>
            {t.where}
          </Title>
          <Text size="sm">{vendor.where}</Text>
        </>
      )}
    </Card>
  );
}
