import type { Schema } from '../../api/client';
import { count, instant } from '../../format';
import { texts } from '../../texts';
import type { Source } from './source';

type Health = Schema<'SourceHealth'>;
export type StandingKind = keyof typeof texts.sources.standing;

const t = texts.sources.words;

/** The worst that can be said of a source; what somebody decided goes first. */
export function standingOf(source: Source, health: Health | undefined): StandingKind | undefined {
  if (source.setup === null) {
    return 'removed';
  }
  if (source.setup.paused) {
    return 'paused';
  }
  if (source.lastCompleteAt === null && source.lastFailure === null && health?.standing !== 'not_installed') {
    return 'first';
  }
  return health?.standing;
}

/** How a source stands, in a sentence. */
export function standingWords(source: Source, kind: StandingKind, health: Health | undefined): string {
  switch (kind) {
    case 'late':
      return t.late(health?.lateSince ? instant(health.lateSince) : texts.widgets.none);
    case 'failing':
      return t.failing(count(source.failures), source.lastFailure?.message ?? '');
    case 'never_complete':
      return source.lastFailure === null
        ? t.never_complete
        : t.failing(count(source.failures), source.lastFailure.message);
    default:
      return t[kind];
  }
}
