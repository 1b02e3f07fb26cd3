import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { approximate, type Decimal } from '../api/decimal';
import { quantity, short } from '../format';
import { texts } from '../texts';
import Canvas from './Canvas';
import { heightOfBars } from './heights';
import { FONT, LINES, MUTED, PALETTE, SURFACE, TEXT } from './palette';

export interface Bar {
  key: string;
  name: string;
  value: Decimal;
  /** What it was in the period before; undefined where nothing is compared, null where that is not told. */
  before?: Decimal | null;
}

interface BarsChartProps {
  bars: readonly Bar[];
  unit: string;
  label: string;
}

/** Groups beside each other, the largest on top as they come. */
export default function BarsChart({ bars, unit, label }: BarsChartProps) {
  const scheme = useComputedColorScheme('light');
  const isCompared = bars.some((bar) => bar.before !== undefined);
  const option = useMemo(
    () => ({
      animation: false,
      color: [PALETTE[scheme][0]],
      textStyle: { color: TEXT[scheme], fontFamily: FONT },
      grid: { left: 8, right: 72, top: 4, bottom: isCompared ? 28 : 4, containLabel: true },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        confine: true,
        backgroundColor: SURFACE[scheme],
        borderColor: LINES[scheme],
        textStyle: { color: TEXT[scheme] },
        valueFormatter: (value: Decimal | null) =>
          value === null ? texts.widgets.none : quantity(value, unit),
      },
      xAxis: {
        type: 'value',
        axisLabel: { color: TEXT[scheme], formatter: short, hideOverlap: true },
        splitLine: { lineStyle: { color: LINES[scheme] } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map((bar) => bar.name),
        axisLine: { lineStyle: { color: LINES[scheme] } },
        axisTick: { show: false },
        axisLabel: { color: TEXT[scheme], width: 160, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          name: isCompared ? texts.widgets.thisPeriod : '',
          barMaxWidth: 22,
          label: {
            show: true,
            position: 'right',
            color: TEXT[scheme],
            formatter: ({ value }: { value: number }) => short(value),
          },
          data: bars.map((bar) => ({
            value: approximate(bar.value),
            itemStyle: {
              color: bar.key === 'others' ? MUTED[scheme] : PALETTE[scheme][0],
              borderRadius: [0, 3, 3, 0],
            },
          })),
        },
        ...(isCompared
          ? [
              {
                type: 'bar',
                name: texts.widgets.periodBefore,
                barMaxWidth: 10,
                itemStyle: { color: MUTED[scheme], borderRadius: [0, 3, 3, 0] },
                data: bars.map(({ before = null }) => (before === null ? null : approximate(before))),
              },
            ]
          : []),
      ],
      legend: { show: isCompared, bottom: 0, textStyle: { color: TEXT[scheme] } },
    }),
    [bars, unit, scheme, isCompared],
  );

  return <Canvas option={option} height={heightOfBars(bars.length, isCompared)} label={label} />;
}
