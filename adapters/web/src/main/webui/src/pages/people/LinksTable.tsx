import { Button, Text } from '@mantine/core';
import type { Schema } from '../../api/client';
import { instant } from '../../format';
import { texts } from '../../texts';
import { confirm, useAct } from '../../widgets/act';
import { DataTable } from '../../widgets/DataTable';
import { PersonName } from '../../widgets/recipients';
import { TwoLines } from '../../widgets/TwoLines';
import { UserKey } from './UserKey';
import { detach, link, LINKED, useUserLabel } from './vendorUsers';

type Link = Schema<'Link'>;
type Person = Schema<'Person'>;

const t = texts.people.links;

interface LinksTableProps {
  caption: string;
  person: Person;
  links: readonly Link[];
  /** Whether those that no longer hold are among them. */
  isJournal: boolean;
  mayManage: boolean;
}

export function LinksTable({ caption, person, links, isJournal, mayManage }: LinksTableProps) {
  return (
    <DataTable
      caption={caption}
      minWidth={720}
      rows={links}
      rowKey={(one, index) => `${one.source} ${one.user} ${index}`}
      columns={[
        {
          key: 'user',
          title: texts.people.vendorUsers.user,
          cell: (one) => <User of={one} person={person} />,
        },
        {
          key: 'source',
          title: texts.people.vendorUsers.source,
          cell: ({ source }) => source,
          sortBy: ({ source }) => source,
        },
        { key: 'how', title: t.how, cell: ({ how }) => t.hows[how] },
        {
          key: 'linked',
          title: t.linked,
          cell: ({ linkedAt, linkedBy }) => t.by(instant(linkedAt), linkedBy),
          sortBy: ({ linkedAt }) => linkedAt,
        },
        ...(isJournal
          ? [
              {
                key: 'detached',
                title: t.detached,
                cell: ({ detachedAt, detachedBy }: Link) =>
                  detachedAt === null ? t.holds : t.by(instant(detachedAt), detachedBy ?? ''),
              },
            ]
          : []),
        ...(!isJournal && mayManage
          ? [
              {
                key: 'actions',
                title: texts.common.actions,
                cell: (one: Link) => <Detach of={one} person={person} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function User({ of, person }: { of: Link; person: Person }) {
  const label = useUserLabel(of);
  return (
    <>
      <TwoLines
        first={label === of.user ? texts.people.vendorUsers.unnamed : label}
        second={<UserKey>{of.user}</UserKey>}
      />
      {of.person !== person.id && (
        <Text size="xs" component="div">
          {t.of} <PersonName id={of.person} />
        </Text>
      )}
    </>
  );
}

function Detach({ of, person }: { of: Link; person: Person }) {
  const label = useUserLabel(of);
  const act = useAct({
    act: () => detach(person.id, of),
    done: t.isDetached(label),
    undo: () => link(of.person, of),
    changes: LINKED,
  });
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t.detachOf(label)}
      loading={act.isPending}
      onClick={() => {
        confirm({
          title: t.detachTitle(label),
          text: t.detachText(label, person.name),
          action: t.detach,
          onConfirm: () => {
            act.mutate();
          },
        });
      }}
    >
      {t.detach}
    </Button>
  );
}
