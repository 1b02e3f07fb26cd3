import { describe, expect, it } from 'vitest';
import { addressOf, asksTheSame, withoutView } from './views';

describe('a view', () => {
  it('is opened at its page with its question, and stays known', () => {
    expect(addressOf({ id: 8, path: '/explore', query: 'meter=cost&person=me' })).toBe(
      '/explore?meter=cost&person=me&view=8',
    );
  });

  it('does not hold which view it was opened from', () => {
    expect(withoutView('meter=cost&view=8&person=me')).toBe('meter=cost&person=me');
  });

  it('is the same in whatever order its question is written', () => {
    expect(asksTheSame('meter=cost&person=me', 'person=me&meter=cost&view=8')).toBe(true);
    expect(asksTheSame('meter=cost', 'meter=acus')).toBe(false);
  });
});
