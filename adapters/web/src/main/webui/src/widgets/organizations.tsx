import { MultiSelect, Select, type MultiSelectProps, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get, type Schema } from '../api/client';
import { texts } from '../texts';
import { reasonOf } from './States';

type Scope = Schema<'OrganizationId'>;

const SHOWN_AT_ONCE = 50;
/** No vendor has it in an id. */
const SEPARATOR = '\n';

function useOrganizations() {
  return useQuery({
    queryKey: ['organizations'],
    queryFn: ({ signal }) => get('/api/v1/organizations', {}, { signal }),
    staleTime: 5 * 60_000,
  });
}

/** How the vendor names an organization, and which of the sources it is of. */
export function useScopeName(): (scope: Scope | null) => string {
  const organizations = useOrganizations();
  return (scope) => {
    if (scope === null) {
      return texts.common.enterprise;
    }
    const known = organizations.data?.find(
      (one) => one.source === scope.source && one.organization === scope.organization,
    );
    return `${known?.name ?? scope.organization} (${scope.source})`;
  };
}

export function scopeOf(value: string): Scope {
  const [source = '', organization = ''] = value.split(SEPARATOR);
  return { source, organization };
}

export function scopeValue({ source, organization }: Scope): string {
  return source + SEPARATOR + organization;
}

function useOptions() {
  const organizations = useOrganizations();
  return {
    data: (organizations.data ?? []).map((one) => ({
      value: scopeValue(one),
      label: `${one.name ?? one.organization} (${one.source})`,
    })),
    nothingFoundMessage: organizations.isError ? reasonOf(organizations.error) : texts.common.nothingFound,
  };
}

export function OrganizationSelect(props: Omit<SelectProps, 'data'>) {
  return (
    <Select
      label={texts.common.organization}
      placeholder={texts.common.typeToFind}
      searchable
      limit={SHOWN_AT_ONCE}
      {...useOptions()}
      {...props}
    />
  );
}

export function OrganizationsSelect(props: Omit<MultiSelectProps, 'data'>) {
  return <MultiSelect searchable limit={SHOWN_AT_ONCE} {...useOptions()} {...props} />;
}
