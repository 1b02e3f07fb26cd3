import { texts } from '../../texts';
import { kindName, type Kind } from '../../widgets/costs';

export function nameOfKind({ kind, currency }: Kind): string {
  return texts.aiUsage.kind(kindName(kind), currency);
}
