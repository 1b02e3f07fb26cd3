import { Anchor, Box } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client';
import { instant } from '../../format';
import { texts } from '../../texts';
import { CursorPages, useCursor } from '../../widgets/CursorPages';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { SearchField, useSearch } from '../../widgets/SearchField';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { PersonName } from '../../widgets/recipients';
import { TwoLines } from '../../widgets/TwoLines';
import { PEOPLE } from './vendorUsers';

const t = texts.people;
const PAGE_SIZE = 10;
const HEIGHT = 240;

export function PeoplePanel() {
  const search = useSearch();
  const cursor = useCursor(search.search ?? '');
  const people = useQuery({
    queryKey: [...PEOPLE, 'list', search.search, cursor.after],
    queryFn: ({ signal }) =>
      get('/api/v1/people', { search: search.search, after: cursor.after, limit: PAGE_SIZE }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title={t.all}>
      <Box mb="sm">
        <SearchField label={t.search} search={search} />
      </Box>
      {people.isPending && <Loading height={HEIGHT} />}
      {people.isError && <Failed error={people.error} retry={() => void people.refetch()} />}
      {people.data?.people.length === 0 && <Nothing icon={<IconUserOff aria-hidden />} title={t.none} />}
      {people.data !== undefined && people.data.people.length > 0 && (
        <DataTable
          caption={t.all}
          minWidth={320}
          rows={people.data.people}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'name',
              title: t.name,
              cell: ({ id, name, mergedInto }) => (
                <TwoLines
                  first={
                    <Anchor component={Link} to={`/settings/people/${id}`} size="sm" underline="always">
                      {name}
                    </Anchor>
                  }
                  second={
                    mergedInto !== null && (
                      <>
                        {t.partOf} <PersonName id={mergedInto} />
                      </>
                    )
                  }
                />
              ),
            },
            { key: 'since', title: t.since, cell: ({ createdAt }) => instant(createdAt) },
          ]}
          pages={
            <CursorPages cursor={cursor} next={people.data.next === null ? null : String(people.data.next)} />
          }
        />
      )}
    </Panel>
  );
}
