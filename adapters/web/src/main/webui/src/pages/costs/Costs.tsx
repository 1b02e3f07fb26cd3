import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function Costs() {
  return <Page title={texts.common.sections.costs}>{null}</Page>;
}
