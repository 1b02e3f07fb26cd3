import { describe, expect, it } from 'vitest';
import { changesIn, memberName, valueText } from './differences';

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

describe('what was recorded', () => {
  it('is named in words', () => {
    expect(memberName('addressVerified')).toBe('address verified');
    expect(memberName('only source')).toBe('only source');
  });

  it('is read as people write it', () => {
    expect(valueText('true')).toBe('yes');
    expect(valueText('2026-10-23/2026-11-22')).toBe('Oct 23 – Nov 21, 2026');
    expect(valueText('2026-11-22T00:00:00Z')).toContain('2026');
    expect(valueText('2026-11-22T00:00:00Z/2026-11-23T00:00:00Z')).toContain(' – ');
  });

  it('stays as it is where nothing is known about it', () => {
    expect(valueText('acme/org-1')).toBe('acme/org-1');
    expect(valueText('so that the developer sees [their] numbers')).toBe(
      'so that the developer sees [their] numbers',
    );
  });
});
