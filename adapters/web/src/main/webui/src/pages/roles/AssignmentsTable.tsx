import { Button } from '@mantine/core';
import { instant } from '../../format';
import { texts } from '../../texts';
import { confirm, useAct } from '../../widgets/act';
import { DataTable } from '../../widgets/DataTable';
import { useScopeName } from '../../widgets/organizations';
import { RecipientName, useRecipientName } from '../../widgets/recipients';
import { give, GIVEN, take, type Assignment } from './queries';

const t = texts.roles.assignments;

interface AssignmentsTableProps {
  caption: string;
  rows: readonly Assignment[];
  isOfAll: boolean;
  mayTake: boolean;
}

export function AssignmentsTable({ caption, rows, isOfAll, mayTake }: AssignmentsTableProps) {
  const nameOf = useScopeName();
  const recipientOf = useRecipientName(rows);
  const taking = useAct({
    act: ({ id }: Assignment) => take(id),
    done: (_, { role, to }) => t.taken(role, recipientOf(to)),
    undo: (_, assignment) => give(assignment),
    changes: GIVEN,
  });
  return (
    <DataTable
      caption={caption}
      minWidth={560}
      rows={rows}
      rowKey={({ id }) => String(id)}
      columns={[
        ...(isOfAll
          ? [{ key: 'to', title: t.to, cell: ({ to }: Assignment) => <RecipientName to={to} /> }]
          : []),
        { key: 'role', title: t.role, cell: ({ role }) => role, sortBy: ({ role }) => role },
        {
          key: 'where',
          title: t.where,
          cell: ({ scope }) => nameOf(scope),
          sortBy: ({ scope }) => nameOf(scope),
        },
        {
          key: 'given',
          title: t.given,
          cell: ({ givenAt, givenBy }) => t.by(instant(givenAt), givenBy),
          sortBy: ({ givenAt }) => givenAt,
        },
        ...(mayTake
          ? [
              {
                key: 'actions',
                title: texts.common.actions,
                cell: (assignment: Assignment) => (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t.takeOf(assignment.role, recipientOf(assignment.to))}
                    onClick={() => {
                      confirm({
                        title: t.takeTitle(assignment.role, recipientOf(assignment.to)),
                        text: t.takeText(assignment.role, nameOf(assignment.scope)),
                        action: t.take,
                        onConfirm: () => {
                          taking.mutate(assignment);
                        },
                      });
                    }}
                  >
                    {t.take}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
