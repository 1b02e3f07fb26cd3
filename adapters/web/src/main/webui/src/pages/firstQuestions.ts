import { queries } from '../api/queries';
import {
  costParameters,
  filterParameters,
  ownParameters,
  subjectParameters,
  type Filters,
} from '../filters/filters';
import type { Me } from '../session/session';
import { seesOneself } from '../shell/sections';
import { comparison } from '../widgets/comparison';
import { costsQuery } from '../widgets/costs';
import { METERS } from '../widgets/meters';
import { usageQuery } from '../widgets/usage';
import { outlooksQuery } from './costs/outlooks';

/** What a page of figures asks first: asked as soon as it is opened, so that the answer is there once it is drawn. */
export type FirstQuestions = (filters: Filters, address: URLSearchParams, me: Me) => void;

export const OVERVIEW_METERS = ['acus'];
export const OWN_METERS = ['acus', 'llm-tokens'];

export const ofOverview: FirstQuestions = (filters) => {
  void queries.prefetchQuery(usageQuery(comparison(OVERVIEW_METERS, filterParameters(filters))));
};

export const ofMyAnalytics: FirstQuestions = (filters, _, me) => {
  if (seesOneself(me) && me.linkedTo.length > 0) {
    void queries.prefetchQuery(usageQuery(comparison(OWN_METERS, ownParameters(filters)), true));
  }
};

export const ofExplore: FirstQuestions = () => {
  void queries.prefetchQuery(METERS);
};

export const ofAiUsage: FirstQuestions = (filters, address) => {
  void queries.prefetchQuery(METERS);
  if (isOfItsFirstTab(address)) {
    askForCosts(filters);
  }
};

export const ofCosts: FirstQuestions = (filters, address) => {
  if (isOfItsFirstTab(address)) {
    askForCosts(filters);
    void queries.prefetchQuery(outlooksQuery(subjectParameters(filters)));
  }
};

function isOfItsFirstTab(address: URLSearchParams): boolean {
  return !address.has('tab') && !address.has('prices');
}

function askForCosts(filters: Filters) {
  void queries.prefetchQuery(costsQuery({ ...costParameters(filters), bucket: 'none' }));
}
