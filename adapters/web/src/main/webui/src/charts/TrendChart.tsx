import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { money, short, shortDay } from '../format';
import { texts } from '../texts';
import Canvas from './Canvas';
import { FONT, HATCHED, LINES, MUTED, PALETTE, SURFACE, TEXT } from './palette';

const t = texts.costs.trend;

/** What a day cost, and between what days that are not settled yet are expected to cost on average. */
export interface TrendDay {
  day: string;
  amount: number | null;
  provisional: boolean;
  ahead: { low: number; mean: number; high: number } | null;
}

interface TrendChartProps {
  days: readonly TrendDay[];
  unit: string;
  height: number;
  label: string;
}

/** Bars for what was spent, and a band for what is expected. */
export default function TrendChart({ days, unit, height, label }: TrendChartProps) {
  const scheme = useComputedColorScheme('light');
  const option = useMemo(() => {
    const [bar, band] = PALETTE[scheme];
    const line = { type: 'line', silent: true, showSymbol: false, stack: 'ahead', color: band };
    return {
      animation: false,
      textStyle: { color: TEXT[scheme], fontFamily: FONT },
      grid: { left: 8, right: 16, top: 16, bottom: 32, containLabel: true },
      legend: {
        type: 'scroll',
        bottom: 0,
        pageTextStyle: { color: TEXT[scheme] },
        textStyle: { color: TEXT[scheme] },
        data: [t.spent, { name: t.band, icon: 'rect' }, t.mean],
      },
      tooltip: {
        trigger: 'axis',
        confine: true,
        axisPointer: { type: 'shadow' },
        backgroundColor: SURFACE[scheme],
        borderColor: LINES[scheme],
        textStyle: { color: TEXT[scheme] },
        formatter: ([first]: { dataIndex: number }[]) => inWords(days[first?.dataIndex ?? -1], unit),
      },
      xAxis: {
        type: 'category',
        data: days.map(({ day }) => shortDay(day)),
        axisLine: { lineStyle: { color: LINES[scheme] } },
        axisTick: { show: false },
        axisLabel: { color: TEXT[scheme], hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        axisLabel: { color: TEXT[scheme], formatter: short },
        splitLine: { lineStyle: { color: LINES[scheme] } },
      },
      series: [
        {
          type: 'bar',
          name: t.spent,
          color: bar,
          barMaxWidth: 36,
          data: days.map(({ amount, provisional }) => ({
            value: amount,
            itemStyle: provisional ? { decal: { ...HATCHED, color: SURFACE[scheme] } } : {},
          })),
        },
        {
          ...line,
          name: 'low',
          lineStyle: { opacity: 0 },
          data: days.map(({ ahead }) => ahead?.low ?? null),
        },
        {
          ...line,
          name: t.band,
          lineStyle: { opacity: 0 },
          areaStyle: { color: band, opacity: 0.35 },
          data: days.map(({ ahead }) => (ahead ? ahead.high - ahead.low : null)),
        },
        {
          ...line,
          name: t.mean,
          stack: undefined,
          color: MUTED[scheme],
          lineStyle: { type: 'dashed', width: 2, color: band },
          itemStyle: { color: band },
          data: days.map(({ ahead }) => ahead?.mean ?? null),
        },
      ],
    };
  }, [days, unit, scheme]);

  return <Canvas option={option} height={height} label={label} />;
}

/** Digits and words of ours: nothing in it comes from elsewhere. */
function inWords(day: TrendDay | undefined, unit: string): string {
  if (day === undefined) {
    return '';
  }
  const { amount, provisional, ahead } = day;
  return [
    shortDay(day.day),
    ...(amount === null ? [] : [t.cost(money(amount, unit), provisional)]),
    ...(ahead === null ? [] : [t.expected(money(ahead.low, unit), money(ahead.high, unit))]),
  ].join('<br>');
}
