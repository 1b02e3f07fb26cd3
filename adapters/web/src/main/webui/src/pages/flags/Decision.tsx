import { Badge, Group, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, type Schema } from '../../api/client';
import { texts } from '../../texts';
import { OrganizationsSelect, scopeOf, useScopeName } from '../../widgets/organizations';
import { Failed, Loading } from '../../widgets/States';
import { FLAGS, type Flag } from './states';

const t = texts.flags;
const HEIGHT = 24;

/** Whether a flag is on for somebody of some organizations, and by which rule. */
export function Decision({ flag }: { flag: Flag }) {
  const [organizations, setOrganizations] = useState<string[]>([]);
  const nameOf = useScopeName();
  const decision = useQuery({
    queryKey: [...FLAGS, flag.key, 'decision', organizations],
    queryFn: ({ signal }) => {
      const scopes = organizations.map(scopeOf);
      return get(
        '/api/v1/flags/{key}/decision',
        {
          source: scopes.map(({ source }) => source),
          organization: scopes.map(({ organization }) => organization),
        },
        { path: { key: flag.key }, signal },
      );
    },
    placeholderData: keepPreviousData,
  });
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {t.decision.title}
      </Title>
      <OrganizationsSelect
        label={t.decision.organizations}
        placeholder={organizations.length === 0 ? t.decision.nobody : undefined}
        value={organizations}
        onChange={setOrganizations}
        maw={560}
        mb="xs"
      />
      {decision.isPending && <Loading height={HEIGHT} />}
      {decision.isError && <Failed error={decision.error} retry={() => void decision.refetch()} />}
      {decision.data !== undefined && (
        <Group gap="xs" role="status" wrap="nowrap" align="flex-start">
          <Badge style={{ flexShrink: 0 }} variant={decision.data.on ? 'filled' : 'default'}>
            {decision.data.on ? t.on : t.off}
          </Badge>
          <Text size="sm">{wordsOf(decision.data.rule, nameOf)}</Text>
        </Group>
      )}
    </section>
  );
}

function wordsOf(rule: Schema<'FlagRule'>, nameOf: ReturnType<typeof useScopeName>): string {
  const { source = '', organization = '' } = rule;
  return t.decision.rules[rule.kind](nameOf({ source, organization }));
}
