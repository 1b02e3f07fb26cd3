import { Page } from '../../shell/Page';
import { texts } from '../../texts';

export default function Account() {
  return <Page title={texts.common.sections.account}>{null}</Page>;
}
