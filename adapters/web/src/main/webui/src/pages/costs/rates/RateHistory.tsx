import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/client';
import { day, instant } from '../../../format';
import { texts } from '../../../texts';
import { DataTable, type Column } from '../../../widgets/DataTable';
import { Failed, Loading } from '../../../widgets/States';
import { price, RATES, type Rate } from './rates';

const t = texts.costs.rates;
const HEIGHT = 160;

/** Every version of a rate, the latest first. */
export function openHistory(rate: Rate, name: string) {
  modals.open({
    title: t.historyOf(name),
    size: 'xl',
    closeButtonProps: { 'aria-label': texts.common.close },
    children: <RateHistory id={rate.id} />,
  });
}

function RateHistory({ id }: { id: number }) {
  const versions = useQuery({
    queryKey: [...RATES, 'history', id],
    queryFn: ({ signal }) => get('/api/v1/rates/{id}', {}, { path: { id }, signal }),
  });
  if (versions.isPending) {
    return <Loading height={HEIGHT} />;
  }
  if (versions.isError) {
    return <Failed error={versions.error} retry={() => void versions.refetch()} />;
  }
  return (
    <DataTable
      caption={t.history}
      rows={[...versions.data].reverse()}
      columns={COLUMNS}
      rowKey={(version) => String(version.version)}
    />
  );
}

const COLUMNS: Column<Rate>[] = [
  { key: 'version', title: t.version, cell: (rate) => rate.version, isNumber: true },
  { key: 'price', title: t.price, cell: (rate) => price(rate.price, rate.unit), isNumber: true },
  { key: 'from', title: t.from, cell: ({ from }) => (from === null ? t.always : day(from)) },
  { key: 'until', title: t.until, cell: ({ until }) => (until === null ? t.forGood : day(until)) },
  { key: 'by', title: t.recorded, cell: (rate) => t.recordedBy(rate.recordedBy, instant(rate.recordedAt)) },
  {
    key: 'superseded',
    title: t.superseded,
    cell: ({ supersededAt }) => (supersededAt === null ? t.knownNow : instant(supersededAt)),
  },
];
