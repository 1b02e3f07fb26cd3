/** From 0, too short to be taken, to 4. */
export type Strength = 0 | 1 | 2 | 3 | 4;

export const SHORTEST = 12;
const FAIR = 12;
const GOOD = 16;
const STRONG = 22;
const GUESSED = /p[a4]ssw[o0]rd|tallyport|qwert[yz]?|letmein|welcome|admin|secret/gi;

/** How hard a password is to guess, as far as its looks tell: repetition, sequences and words of every list count little. */
export function strengthOf(password: string, login = ''): Strength {
  if (password.length < SHORTEST) {
    return 0;
  }
  const worth = worthOf(password, login);
  if (worth < FAIR) {
    return 1;
  }
  if (worth < GOOD) {
    return 2;
  }
  return worth < STRONG ? 3 : 4;
}

/** How many characters of it are not foreseen by those before. */
function worthOf(password: string, login: string): number {
  const uncommon = withoutLogin(password, login).replaceAll(GUESSED, '?');
  const told = new Set<string>();
  let worth = 0;
  for (let index = 0; index < uncommon.length; index++) {
    const character = uncommon.charAt(index);
    const pair = uncommon.slice(index - 1, index + 1);
    const isForeseen = index > 0 && (follows(uncommon.charAt(index - 1), character) || told.has(pair));
    worth += isForeseen ? 0.25 : 1;
    told.add(pair);
  }
  return worth;
}

function withoutLogin(password: string, login: string): string {
  return login.length < 3 ? password : password.toLowerCase().split(login.toLowerCase()).join('?');
}

function follows(before: string, character: string): boolean {
  return Math.abs(character.charCodeAt(0) - before.charCodeAt(0)) <= 1;
}
