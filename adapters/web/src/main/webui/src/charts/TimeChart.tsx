import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { approximate, type Decimal } from '../api/decimal';
import { quantity, short } from '../format';
import type { Chart, Series } from '../widgets/series';
import Canvas from './Canvas';
import { FONT, HATCHED, LINES, MUTED, PALETTE, SURFACE, TEXT } from './palette';

export type Shape = 'line' | 'area' | 'bar';

interface TimeChartProps {
  chart: Chart;
  shape: Shape;
  unit: string;
  /** How a slot is called on the axis and in the tooltip. */
  slotName: (key: string) => string;
  height: number;
  label: string;
}

/** From so many slots on, an axis can be zoomed. */
const MANY_SLOTS = 120;
/** Figures of a long chart have a canvas of their own: what follows the pointer lies beneath and draws nothing of them anew. */
const BY_ITSELF = { zlevel: 1, symbol: 'none', emphasis: { disabled: true } };

export default function TimeChart({ chart, shape, unit, slotName, height, label }: TimeChartProps) {
  const scheme = useComputedColorScheme('light');
  const option = useMemo(() => {
    const colours = PALETTE[scheme];
    const background = SURFACE[scheme];
    const isLong = chart.slots.length > MANY_SLOTS;
    return {
      animation: false,
      aria: { enabled: true, label: { enabled: false } },
      color: [...colours],
      textStyle: { color: TEXT[scheme], fontFamily: FONT },
      grid: {
        left: 8,
        right: 16,
        top: 16,
        bottom: isLong ? 72 : 32,
        containLabel: true,
      },
      legend: {
        type: 'scroll',
        bottom: 0,
        show: chart.series.length > 1,
        textStyle: { color: TEXT[scheme] },
        pageTextStyle: { color: TEXT[scheme] },
        data: chart.series.map((series) => series.name),
      },
      tooltip: {
        trigger: 'axis',
        confine: true,
        order: 'valueDesc',
        axisPointer: { type: shape === 'bar' ? 'shadow' : 'line' },
        backgroundColor: background,
        borderColor: LINES[scheme],
        textStyle: { color: TEXT[scheme] },
        valueFormatter: (value: Decimal | null) => (value === null ? '–' : quantity(value, unit)),
      },
      dataZoom: isLong
        ? [
            {
              type: 'slider',
              bottom: 28,
              height: 18,
              left: 24,
              right: 24,
              showDataShadow: false,
              showDetail: false,
              realtime: shape === 'line',
            },
          ]
        : [],
      xAxis: {
        type: 'category',
        data: chart.slots.map((slot) => slotName(slot.key)),
        axisLine: { lineStyle: { color: LINES[scheme] } },
        axisTick: { show: false },
        axisLabel: { color: TEXT[scheme], hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
        boundaryGap: shape === 'bar',
      },
      yAxis: {
        type: 'value',
        axisLabel: { color: TEXT[scheme], formatter: short },
        splitLine: { lineStyle: { color: LINES[scheme] } },
      },
      series: chart.series.map((series, index) => {
        const ground = { background, shade: LINES[scheme] };
        const one = drawn(series, chart, shape, colourOf(series, index, scheme), ground);
        return index === 0 && shape !== 'bar' ? shaded(one, chart, ground.shade) : one;
      }),
    };
  }, [chart, shape, unit, slotName, scheme]);

  return <Canvas option={option} height={height} label={label} />;
}

function colourOf(series: Series, index: number, scheme: 'light' | 'dark'): string {
  const colours = PALETTE[scheme];
  return series.key === 'others' || series.isBefore
    ? MUTED[scheme]
    : (colours[index % colours.length] ?? MUTED[scheme]);
}

/** What may still change is hatched where it is bars, and lies on a shaded ground where it is lines and areas. */
function drawn(
  { name, values, isBefore = false }: Series,
  { slots }: Chart,
  shape: Shape,
  color: string,
  ground: { background: string; shade: string },
): object {
  const isLong = slots.length > MANY_SLOTS;
  const own = isLong ? BY_ITSELF : {};
  if (isBefore) {
    return {
      ...own,
      name,
      type: 'line',
      showSymbol: slots.length === 1,
      lineStyle: { width: 2, type: 'dashed', color },
      itemStyle: { color },
      data: values.map(drawable),
    };
  }
  if (shape === 'bar') {
    return {
      ...own,
      name,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 48,
      itemStyle: { color, borderColor: ground.background, borderWidth: isLong ? 0 : 0.5 },
      data: values.map((value, index) =>
        slots[index]?.provisional
          ? { value: drawable(value), itemStyle: { decal: { ...HATCHED, color: ground.background } } }
          : drawable(value),
      ),
    };
  }
  return {
    emphasis: { focus: 'series' },
    ...own,
    name,
    type: 'line',
    color,
    showSymbol: slots.length === 1,
    symbolSize: 6,
    lineStyle: { width: isLong ? 1 : 2 },
    data: values.map(drawable),
    ...(shape === 'area' ? { stack: 'all', areaStyle: { opacity: 0.6 } } : {}),
  };
}

/** One ground for all lines: it belongs to the first of them. */
function shaded(series: object, { slots }: Chart, shade: string): object {
  const first = slots.findIndex((slot) => slot.provisional);
  return first < 0
    ? series
    : {
        ...series,
        markArea: {
          silent: true,
          itemStyle: { color: shade, decal: HATCHED },
          // From the slot before: what leads to the first of them may still change, too.
          data: [
            [{ xAxis: Math.max(0, first - 1) }, { xAxis: slots.findLastIndex((slot) => slot.provisional) }],
          ],
        },
      };
}

function drawable(value: Decimal | null): number | null {
  return value === null ? null : approximate(value);
}
