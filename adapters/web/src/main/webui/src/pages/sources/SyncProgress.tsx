import { count, timeLeft } from '../../format';
import { texts } from '../../texts';
import { Bar } from './Bar';
import type { Source } from './source';

const t = texts.sources.progress;
const WHOLE_PERCENT = 100;

/** How far the sync under way has come. */
export function SyncProgress({ source: { name, progress } }: { source: Source }) {
  if (progress === null) {
    return null;
  }
  const { percent, steps, expected, facts, secondsLeft } = progress;
  const words = [
    percent === null ? t.unknown(count(steps)) : t.steps(count(steps), count(expected)),
    t.facts(count(facts)),
    ...(percent === WHOLE_PERCENT ? [t.nearly] : secondsLeft ? [t.left(timeLeft(secondsLeft))] : []),
  ].join(' · ');
  return <Bar label={t.label(name)} words={words} percent={percent} />;
}
