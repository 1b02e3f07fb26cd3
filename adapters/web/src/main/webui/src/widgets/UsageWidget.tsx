import { useState, type ReactNode } from 'react';
import { address, type Parameters } from '../api/client';
import type { Shape } from '../charts/TimeChart';
import { heightOfBars } from '../charts/heights';
import { Explanation } from './Explanation';
import { Freshness } from './Freshness';
import { Panel, type Display } from './Panel';
import type { Bucket, Dimension } from './series';
import { Failed, Loading } from './States';
import { Totals } from './Totals';
import { useUsage } from './usage';
import { UsageFigures } from './UsageFigures';

export type { Bucket };

/** A question of one meter as a widget asks it; filters come from the page. */
export interface UsageQuestion {
  meter: string;
  bucket?: Bucket;
  groupBy?: readonly Dimension[];
  top?: number;
  /** Whether the period before is asked for, too. */
  compare?: boolean;
  /** How many rows at most, of a question that may have more than a page can hold. */
  limit?: number;
  filters: Parameters;
}

interface UsageWidgetProps {
  title: string;
  description?: string;
  question: UsageQuestion;
  /** How it is drawn over time; groups without time are bars beside each other. */
  shape?: Shape;
  height?: number;
  /** What it shows first. */
  initially?: Display;
  /** Of whoever asks and nobody else, whatever else they may see. */
  own?: boolean;
  /** Given together where something else decides what it shows. */
  display?: Display;
  /** Beside the title, instead of the switch between chart and table. */
  controls?: ReactNode;
  /** False where it is in Explore already. */
  isExplorable?: boolean;
}

/** As the API takes it. */
function usageParameters({
  meter,
  bucket = 'none',
  groupBy = [],
  top,
  compare = false,
  limit,
  filters,
}: UsageQuestion): Parameters {
  return {
    ...filters,
    meter,
    compare: compare ? 'previous' : undefined,
    bucket,
    groupBy,
    top,
    limit,
    order: groupBy.length > 0 && bucket === 'none' ? 'largest' : undefined,
  };
}

const NOT_KNOWN_YET: [] = [];

/** One question about one meter: drawn, as a table, explained, exported. */
export function UsageWidget({
  title,
  description,
  question,
  shape = 'bar',
  height = 280,
  initially = 'chart',
  own = false,
  display: given,
  controls,
  isExplorable = true,
}: UsageWidgetProps) {
  const [chosen, setChosen] = useState<Display>(initially);
  const [isExplained, setExplained] = useState(false);
  const display = given ?? chosen;
  const parameters = usageParameters(question);
  const usage = useUsage(parameters, { own });
  // A file and an explanation are of the period itself; of oneself, they are asked of everybody and narrowed down.
  const widened = own ? { ...parameters, person: 'me' } : parameters;
  const alone = { ...widened, compare: undefined, limit: undefined };

  return (
    <Panel
      title={title}
      description={usage.isError ? description : <Totals usage={usage.data} description={description} />}
      display={given === undefined ? display : undefined}
      onDisplay={given === undefined ? setChosen : undefined}
      controls={controls}
      onExplain={() => {
        setExplained(true);
      }}
      exportAddress={(format) => address('/api/v1/usage/export', { ...alone, format })}
      exploreAddress={isExplorable ? address('/explore', widened) : undefined}
      footer={!usage.isError && <Freshness standings={usage.data?.sources ?? NOT_KNOWN_YET} />}
    >
      {usage.isPending && <Loading height={heightOf(question, height)} />}
      {usage.isError && <Failed error={usage.error} retry={() => void usage.refetch()} />}
      {usage.isSuccess && (
        <UsageFigures
          title={title}
          usage={usage.data}
          question={question}
          shape={shape}
          height={height}
          display={display}
        />
      )}
      <Explanation
        subject={title}
        question={alone}
        opened={isExplained}
        onClose={() => {
          setExplained(false);
        }}
      />
    </Panel>
  );
}

/** As high as it will be: bars beside each other are as high as they are many. */
function heightOf({ bucket = 'none', top }: UsageQuestion, height: number): number {
  return bucket === 'none' && top !== undefined ? heightOfBars(top + 1) : height;
}
