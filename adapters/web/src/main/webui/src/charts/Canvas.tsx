import { Box } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import classes from './Canvas.module.css';
import { echarts } from './echarts';

interface CanvasProps {
  option: EChartsCoreOption;
  height: number;
  /** What it shows, for whoever cannot see it. */
  label: string;
}

const paper = window.matchMedia('print');
/** What is left of an upright sheet between its margins; nobody is told what is in the printer. */
const WIDTH_OF_PAPER = 660;

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
    const printed = () => {
      drawn.resize(paper.matches ? { width: Math.min(drawn.getWidth(), WIDTH_OF_PAPER) } : {});
      drawn.getZr().flush();
    };
    paper.addEventListener('change', printed);
    return () => {
      paper.removeEventListener('change', printed);
      resized.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
    if (paper.matches) {
      // Paper waits for no frame.
      chart.current?.getZr().flush();
    }
  }, [option]);

  return <Box ref={place} className={classes.chart} h={height} role="img" aria-label={label} />;
}
