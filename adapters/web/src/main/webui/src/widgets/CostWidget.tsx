import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { address, type Parameters } from '../api/client';
import type { Shape } from '../charts/TimeChart';
import { exactly, money } from '../format';
import { texts } from '../texts';
import { CostFigures } from './CostFigures';
import { isOfKind, kindKey, kindName, metersOf, standingsOf, useCosts, type Costs, type Kind } from './costs';
import { Explanation } from './Explanation';
import { Freshness } from './Freshness';
import { useMeters } from './meters';
import { Panel, type Display } from './Panel';
import type { Bucket, Dimension } from './series';
import { Failed, Loading } from './States';

const t = texts.costs.widget;

/** What usage cost, as a widget asks it; filters come from the page. */
interface CostQuestion {
  bucket?: Exclude<Bucket, 'hour'>;
  groupBy?: readonly Dimension[];
  /** At which prices; contracted ones unless said otherwise. */
  prices?: 'contracted' | 'list';
  filters: Parameters;
}

interface CostWidgetProps {
  title: string;
  description?: ReactNode;
  question: CostQuestion;
  /** Of one kind and currency; all of them are there to choose from where it is left out. */
  kind?: Kind;
  /** How it is drawn over time; groups without time are bars beside each other. */
  shape?: Shape;
  height?: number;
  /** What it shows first. */
  initially?: Display;
  /** Of whoever asks and nobody else, whatever else they may see. */
  own?: boolean;
  /** More to choose from, above the figures. */
  controls?: ReactNode;
}

/** As the API takes it. */
function costQuestionParameters(
  { bucket = 'none', groupBy = [], prices, filters }: CostQuestion,
  own = false,
): Parameters {
  return { ...filters, ...(own ? { person: 'me' } : {}), bucket, groupBy, prices };
}

/** One question about costs: drawn, as a table, explained, exported; kinds and currencies stay apart. */
export function CostWidget({
  title,
  description,
  question,
  kind,
  shape = 'bar',
  height = 280,
  initially = 'chart',
  own = false,
  controls,
}: CostWidgetProps) {
  const [display, setDisplay] = useState<Display>(initially);
  const [chosen, setChosen] = useState<Kind>();
  const [isExplained, setExplained] = useState(false);
  const parameters = costQuestionParameters(question, own);
  const costs = useCosts(parameters);
  const shown = kind ?? (costs.data && kindIn(costs.data, chosen));
  const meters = useMeters(!own).data;
  const standings = useMemo(
    () => (costs.data && shown ? standingsOf(costs.data, shown, meters ?? []) : (costs.data?.sources ?? [])),
    [costs.data, shown, meters],
  );

  return (
    <Panel
      title={title}
      description={
        <>
          {costs.isPending && <Skeleton h={20} w={140} my={4} />}
          {costs.data && shown && <TotalOf costs={costs.data} kind={shown} />}
          {description}
        </>
      }
      display={display}
      onDisplay={setDisplay}
      onExplain={() => {
        setExplained(true);
      }}
      exportAddress={(format) => address('/api/v1/costs/export', { ...parameters, format })}
      formats={question.prices === undefined ? ['csv', 'xlsx', 'jsonl', 'focus'] : ['csv', 'xlsx', 'jsonl']}
      footer={!costs.isError && <Freshness standings={standings} />}
    >
      {controls}
      {costs.isPending && <Loading height={height} />}
      {costs.isError && <Failed error={costs.error} retry={() => void costs.refetch()} />}
      {costs.isSuccess && (
        <>
          {kind === undefined && shown && (
            <KindChoice title={title} costs={costs.data} kind={shown} onChange={setChosen} />
          )}
          <CostFigures
            title={title}
            costs={costs.data}
            standings={standings}
            kind={shown}
            bucket={question.bucket ?? 'none'}
            groupBy={question.groupBy ?? NO_GROUPS}
            shape={shape}
            height={height}
            display={display}
            parameters={parameters}
          />
        </>
      )}
      <Explanation
        subject={title}
        question={{
          ...question.filters,
          ...(own ? { person: 'me' } : {}),
          meter: metersOf(standings),
        }}
        opened={isExplained}
        onClose={() => {
          setExplained(false);
        }}
      />
    </Panel>
  );
}

const NO_GROUPS: readonly Dimension[] = [];

/** What was chosen as long as there is any of it, else the first there is. */
function kindIn({ totals }: Costs, chosen: Kind | undefined): Kind | undefined {
  return totals.find((total) => chosen && isOfKind(total, chosen)) ?? totals[0];
}

function TotalOf({ costs, kind }: { costs: Costs; kind: Kind }) {
  const total = costs.totals.find((one) => isOfKind(one, kind));
  return (
    <Text
      fw={600}
      size="lg"
      c="var(--mantine-color-text)"
      component="div"
      title={total && exactly(total.amount, total.currency)}
    >
      {total === undefined
        ? texts.widgets.none
        : t.total(money(total.amount, total.currency), kindName(total.kind))}
    </Text>
  );
}

function KindChoice({
  title,
  costs: { totals },
  kind,
  onChange,
}: {
  title: string;
  costs: Costs;
  kind: Kind;
  onChange: (kind: Kind) => void;
}) {
  return totals.length < 2 ? null : (
    <SegmentedControl
      size="xs"
      mb="xs"
      aria-label={t.kindOf(title)}
      value={kindKey(kind)}
      onChange={(key) => {
        const chosen = totals.find((total) => kindKey(total) === key);
        if (chosen) {
          onChange(chosen);
        }
      }}
      data={totals.map((total) => ({
        value: kindKey(total),
        label: t.kind(kindName(total.kind), total.currency),
      }))}
    />
  );
}
