import { SegmentedControl } from '@mantine/core';
import { texts } from '../../texts';
import type { Bucket } from '../../widgets/series';
import { BUCKETS } from './buckets';

/** How finely time is told apart. */
export function BucketChoice({ bucket, onChange }: { bucket: Bucket; onChange: (bucket: Bucket) => void }) {
  const offered = BUCKETS.includes(bucket) ? BUCKETS : [bucket, ...BUCKETS];
  return (
    <SegmentedControl
      aria-label={texts.aiUsage.bucket}
      value={bucket}
      onChange={(value) => {
        onChange(value as Bucket);
      }}
      data={offered.map((value) => ({ value, label: texts.widgets.buckets[value] }))}
    />
  );
}
