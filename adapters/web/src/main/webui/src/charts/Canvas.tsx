import { Box } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { echarts } from './echarts';

interface CanvasProps {
  option: EChartsCoreOption;
  height: number;
  /** What it shows, for whoever cannot see it. */
  label: string;
}

/** A chart as the library draws it, as wide as there is room. */
export default function Canvas({ option, height, label }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts>(null);

  useEffect(() => {
    const drawn = echarts.init(place.current, undefined, { renderer: 'canvas' });
    chart.current = drawn;
    const resized = new ResizeObserver(() => {
      drawn.resize();
    });
    if (place.current) {
      resized.observe(place.current);
    }
    return () => {
      resized.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  return <Box ref={place} h={height} role="img" aria-label={label} />;
}
