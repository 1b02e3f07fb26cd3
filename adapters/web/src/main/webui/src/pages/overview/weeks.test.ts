import { describe, expect, it } from 'vitest';
import { weekUnderWay } from './weeks';

describe('the week under way', () => {
  it('begins on its Monday and is as long as the part of the week before', () => {
    expect(weekUnderWay(new Date('2026-11-21T19:07:31.5Z'))).toEqual({
      from: '2026-11-16T00:00:00.000Z',
      to: '2026-11-21T19:07:00.000Z',
      before: { from: '2026-11-09T00:00:00.000Z', to: '2026-11-14T19:07:00.000Z' },
    });
  });

  it('belongs to the Monday before on a Sunday', () => {
    expect(weekUnderWay(new Date('2026-11-22T23:59:59Z')).from).toBe('2026-11-16T00:00:00.000Z');
  });

  it('begins on a Monday itself', () => {
    expect(weekUnderWay(new Date('2026-11-23T00:10:00Z')).from).toBe('2026-11-23T00:00:00.000Z');
  });
});
