import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function MyAnalytics() {
  return <Page title={texts.common.sections.myAnalytics}>{null}</Page>;
}
