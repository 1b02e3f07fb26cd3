import { describe, expect, it } from 'vitest';
import { strengthOf } from './strength';

describe('the strength of a password', () => {
  it.each([
    ['', 0],
    ['elevenchars', 0],
    ['aaaaaaaaaaaaaaaa', 1],
    ['abcdefghijklmnop', 1],
    ['password1234', 1],
    ['abcabcabcabcabcabc', 1],
    ['plain-marble-ox', 2],
    ['plain-marble-oxygen', 3],
    ['plain marble oxygen wharf', 4],
  ])('%j is %d', (password, strength) => {
    expect(strengthOf(password)).toBe(strength);
  });

  it('is little where it is the login', () => {
    expect(strengthOf('ada.applewick', 'ada.applewick')).toBe(1);
  });
});
