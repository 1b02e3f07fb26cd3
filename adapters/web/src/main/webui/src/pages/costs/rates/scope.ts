import { texts } from '../../../texts';
import { organizationKey, type OrganizationNames } from './organizations';

const t = texts.costs.rates.scope;

export interface Scope {
  source?: string | null;
  organization?: string | null;
  product?: string | null;
  model?: string | null;
}

/** Which usage a rate is for, in words. */
export function scopeInWords(
  { source, organization, product, model }: Scope,
  names: OrganizationNames,
): string {
  const parts = [
    ...(source ? [source] : []),
    ...(source && organization ? [names.get(organizationKey(source, organization)) ?? organization] : []),
    ...(product ? [t.product(product)] : []),
    ...(model ? [t.model(model)] : []),
  ];
  return parts.length === 0 ? t.everything : parts.join(' · ');
}
