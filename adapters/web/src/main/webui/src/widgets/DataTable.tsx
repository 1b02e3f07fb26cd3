import { ActionIcon, Group, Select, Table, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconArrowsSort,
  IconChevronLeft,
  IconChevronRight,
} from '@tabler/icons-react';
import {
  flexRender,
  getCoreRowModel,
  getPaginationRowModel,
  getSortedRowModel,
  useReactTable,
  type RowData,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { count } from '../format';
import { texts } from '../texts';
import classes from './DataTable.module.css';

export interface Column<R> {
  key: string;
  title: string;
  /** What is shown. */
  cell: (row: R) => ReactNode;
  /** What it is sorted by; a column without it is not sorted. */
  sortBy?: (row: R) => string | number;
  /** Of figures: they stand at the right, digit below digit. */
  isNumber?: boolean;
  /** In the last line, over all rows and not only this page. */
  total?: ReactNode;
}

interface DataTableProps<R> {
  rows: readonly R[];
  columns: readonly Column<R>[];
  rowKey: (row: R, index: number) => string;
  /** What the table holds; read out, not shown. */
  caption: string;
  /** As narrow as it may become before it scrolls. */
  minWidth?: number;
  /** Leads to other pages where the server turns them: the rows are one page, and stay as they come. */
  pages?: ReactNode;
}

const PAGE_SIZES = ['10', '25', '50', '100'];

/** Rows of figures: sorted by any column, a page at a time, with totals over everything. */
export function DataTable<R extends RowData>({
  rows,
  columns,
  rowKey,
  caption,
  minWidth = 320,
  pages,
}: DataTableProps<R>) {
  const table = useReactTable({
    data: rows as R[],
    columns: columns.map((column) => ({
      id: column.key,
      header: column.title,
      accessorFn: column.sortBy ?? (() => ''),
      enableSorting: column.sortBy !== undefined,
      sortDescFirst: column.isNumber === true,
    })),
    getRowId: rowKey,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getPaginationRowModel: getPaginationRowModel(),
    manualPagination: pages !== undefined,
    autoResetPageIndex: true,
  });
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const { pageIndex, pageSize } = table.getState().pagination;
  const hasTotals = columns.some((column) => column.total !== undefined);

  return (
    <>
      {/* Wide tables scroll by themselves; whoever has only a keyboard scrolls them too. */}
      <Table.ScrollContainer
        type="native"
        className={classes.wide}
        minWidth={minWidth}
        tabIndex={0}
        role="region"
        aria-label={texts.widgets.tableOf(caption)}
      >
        <Table highlightOnHover verticalSpacing={6} className={classes.table}>
          <Table.Caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </Table.Caption>
          <Table.Thead>
            {table.getHeaderGroups().map((group) => (
              <Table.Tr key={group.id}>
                {group.headers.map((header) => {
                  const sorted = header.column.getIsSorted();
                  const title = byKey.get(header.id)?.title ?? '';
                  return (
                    <Table.Th
                      key={header.id}
                      scope="col"
                      className={byKey.get(header.id)?.isNumber ? classes.number : undefined}
                      aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
                    >
                      {header.column.getCanSort() ? (
                        <UnstyledButton
                          className={classes.sort}
                          onClick={header.column.getToggleSortingHandler()}
                          aria-label={texts.widgets.sortBy(title)}
                        >
                          {flexRender(header.column.columnDef.header, header.getContext())}
                          <SortIcon sorted={sorted} />
                        </UnstyledButton>
                      ) : (
                        title
                      )}
                    </Table.Th>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Thead>
          <Table.Tbody>
            {table.getRowModel().rows.map((row) => (
              <Table.Tr key={row.id}>
                {row.getVisibleCells().map((cell) => (
                  <Table.Td
                    key={cell.id}
                    className={byKey.get(cell.column.id)?.isNumber ? classes.number : undefined}
                  >
                    {/* Called, not mounted: as a component it would be another one at each drawing, and lose its state. */}
                    {byKey.get(cell.column.id)?.cell(row.original)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
          {hasTotals && (
            <Table.Tfoot>
              <Table.Tr>
                {columns.map((column, index) => (
                  <Table.Td key={column.key} className={column.isNumber ? classes.number : undefined}>
                    {column.total ?? (index === 0 ? texts.widgets.total : null)}
                  </Table.Td>
                ))}
              </Table.Tr>
            </Table.Tfoot>
          )}
        </Table>
      </Table.ScrollContainer>
      {pages}
      {pages === undefined && rows.length > Number(PAGE_SIZES[0]) && (
        <Group justify="flex-end" gap="xs" mt="xs" className={classes.pages}>
          <Text size="sm">
            {texts.widgets.rows(
              pageIndex * pageSize + 1,
              Math.min((pageIndex + 1) * pageSize, rows.length),
              count(rows.length),
            )}
          </Text>
          <Select
            size="xs"
            w={76}
            aria-label={texts.widgets.rowsPerPage}
            data={PAGE_SIZES}
            value={String(pageSize)}
            allowDeselect={false}
            onChange={(size) => {
              table.setPageSize(Number(size));
            }}
          />
          <ActionIcon
            variant="default"
            aria-label={texts.widgets.previousPage}
            disabled={!table.getCanPreviousPage()}
            onClick={() => {
              table.previousPage();
            }}
          >
            <IconChevronLeft size={16} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={texts.widgets.nextPage}
            disabled={!table.getCanNextPage()}
            onClick={() => {
              table.nextPage();
            }}
          >
            <IconChevronRight size={16} />
          </ActionIcon>
        </Group>
      )}
    </>
  );
}

function SortIcon({ sorted }: { sorted: false | 'asc' | 'desc' }) {
  if (sorted === false) {
    return <IconArrowsSort size={14} aria-hidden />;
  }
  return sorted === 'asc' ? <IconArrowUp size={14} aria-hidden /> : <IconArrowDown size={14} aria-hidden />;
}
