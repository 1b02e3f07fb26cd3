import { describe, expect, it } from 'vitest';
import { changesIn } from './differences';

describe('what differs', () => {
  it('is what was added, what is gone and what changed, by member', () => {
    expect(
      changesIn(
        { on: 'true', reason: 'a', scope: 'enterprise' },
        { on: 'false', scope: 'enterprise', until: 'b' },
      ),
    ).toEqual([
      { member: 'on', before: 'true', after: 'false' },
      { member: 'reason', before: 'a', after: null },
      { member: 'until', before: null, after: 'b' },
    ]);
  });

  it('is nothing where nothing changed', () => {
    expect(changesIn({ on: 'true' }, { on: 'true' })).toEqual([]);
  });
});
