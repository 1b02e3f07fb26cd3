const WANTED = 'tallyport.wanted';

/** The way through the identity provider ends at the start page: remembers where somebody was going. */
export function rememberWanted({ pathname, search }: Pick<Location, 'pathname' | 'search'>) {
  if (pathname !== '/') {
    sessionStorage.setItem(WANTED, pathname + search);
  }
}

/** Where somebody was going when they left to sign in; a page of this application and nothing else. */
export function wanted(): string | null {
  const path = sessionStorage.getItem(WANTED);
  return path !== null && /^\/(?![/\\])/.test(path) ? path : null;
}

export function forgetWanted() {
  sessionStorage.removeItem(WANTED);
}
