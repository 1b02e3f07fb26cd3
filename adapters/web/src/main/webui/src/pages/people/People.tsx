import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function People() {
  return <Page title={texts.common.sections.people}>{null}</Page>;
}
