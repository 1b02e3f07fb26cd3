import { Card, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { approximate, type Decimal } from '../api/decimal';
import { changeInPercent, exactly, number, quantity } from '../format';
import { texts } from '../texts';
import { Failed, Loading } from './States';

export interface Figure {
  quantity: Decimal;
  unit: string;
}

interface StatCardProps {
  title: string;
  /** Undefined while it is loading, null when no source says, 'zero' where no unit of it is known. */
  figure: Figure | 'zero' | 'unpriced' | null | undefined;
  /** The same of the period before, and which one that was. */
  before?: { quantity: Decimal; window: string };
  error?: unknown;
  retry?: () => void;
  /** What it counts, how fresh it is; null or false while that is not known yet. */
  footer?: ReactNode;
  /** How many lines that takes, which are kept free for it. */
  footerLines?: number;
}

const HEIGHT = 100;
const HEIGHT_OF_A_LINE = 17;
const USUAL_LINES = 2;

const WITHOUT_FIGURE = {
  zero: { short: '0', words: texts.widgets.states.zero },
  unpriced: { short: texts.widgets.none, words: texts.costs.widget.unpriced },
  silent: { short: texts.widgets.none, words: texts.widgets.states.silent },
};

/** One figure, how it changed, and how fresh it is. */
export function StatCard({
  title,
  figure,
  before,
  error,
  retry,
  footer,
  footerLines = USUAL_LINES,
}: StatCardProps) {
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Text size="sm" c="dimmed" fw={500}>
        {title}
      </Text>
      {error ? (
        <Failed error={error} retry={retry} />
      ) : figure === undefined ? (
        <Loading height={HEIGHT} />
      ) : (
        <div style={{ minHeight: HEIGHT }}>
          {figure === null || typeof figure === 'string' ? (
            <WithoutFigure {...WITHOUT_FIGURE[figure ?? 'silent']} />
          ) : (
            <>
              <Tooltip label={exactly(figure.quantity, figure.unit)} openDelay={300}>
                <Text
                  fz={28}
                  fw={700}
                  lh={1.3}
                  component="p"
                  m={0}
                  style={{ fontVariantNumeric: 'tabular-nums' }}
                >
                  <FigureInWords figure={figure} />
                </Text>
              </Tooltip>
              {before && <Change figure={figure} before={before} />}
            </>
          )}
        </div>
      )}
      {footer !== undefined && (
        <Text size="xs" c="dimmed" component="div" mih={footerLines * HEIGHT_OF_A_LINE}>
          {footer}
        </Text>
      )}
    </Card>
  );
}

function WithoutFigure({ short, words }: { short: string; words: string }) {
  return (
    <>
      <Text fz={28} fw={700}>
        {short}
      </Text>
      <Text size="sm">{words}</Text>
    </>
  );
}

/** The number in front, its unit behind: both on one line as long as there is room. */
function FigureInWords({ figure }: { figure: Figure }) {
  const words = quantity(figure.quantity, figure.unit);
  const digits = number(figure.quantity, figure.unit);
  return (
    <>
      <span style={{ whiteSpace: 'nowrap' }}>{digits}</span>
      {words !== digits && (
        <Text span fz="md" fw={500}>
          {words.slice(digits.length)}
        </Text>
      )}
    </>
  );
}

/** More is not better or worse here: neither is coloured so. */
export function Change({
  figure,
  before,
}: {
  figure: Figure;
  before: { quantity: Decimal; window: string };
}) {
  const t = texts.widgets.change;
  const percent = changeInPercent(figure.quantity, before.quantity);
  const difference = approximate(figure.quantity) - approximate(before.quantity);
  const Icon = difference === 0 ? IconEqual : difference > 0 ? IconArrowUpRight : IconArrowDownRight;
  const words =
    difference === 0 ? t.same : percent === null ? t.new : difference > 0 ? t.more(percent) : t.less(percent);
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <Icon size={16} aria-hidden style={{ marginTop: 2, flexShrink: 0 }} />
      <div>
        <Text size="sm">{words}</Text>
        <Text size="xs" c="dimmed">
          {t.before(quantity(before.quantity, figure.unit), before.window)}
        </Text>
      </div>
    </Group>
  );
}
