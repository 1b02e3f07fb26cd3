import { beforeEach, describe, expect, it } from 'vitest';
import { forgetWanted, rememberWanted, wanted } from './wanted';

describe('where somebody was going', () => {
  beforeEach(() => {
    sessionStorage.clear();
  });

  it('is remembered with what they asked there, until they have come', () => {
    rememberWanted({ pathname: '/costs', search: '?period=last-month' });

    expect(wanted()).toBe('/costs?period=last-month');
    forgetWanted();
    expect(wanted()).toBeNull();
  });

  it('is nothing for the start page', () => {
    rememberWanted({ pathname: '/', search: '?sign-in=failed' });

    expect(wanted()).toBeNull();
  });

  it('is never elsewhere', () => {
    rememberWanted({ pathname: '//elsewhere.example', search: '' });

    expect(wanted()).toBeNull();
  });
});
