import type { Filters } from '../../filters/filters';
import { sensibleBucket } from '../../filters/stretches';
import type { Bucket } from '../../widgets/series';

export const BUCKET = 'bucket';
export const BUCKETS: readonly Bucket[] = ['day', 'week', 'month'];

/** As the address says it, or else what suits the stretch of time. */
export function bucketOf(address: URLSearchParams, filters: Filters): Bucket {
  return BUCKETS.find((one) => one === address.get(BUCKET)) ?? sensibleBucket(filters);
}

/** Money is priced by day at the finest. */
export function bucketOfMoney(bucket: Bucket): Exclude<Bucket, 'hour'> {
  return bucket === 'hour' ? 'day' : bucket;
}
